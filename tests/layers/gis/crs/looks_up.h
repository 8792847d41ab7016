#include "app/paint/brush.h"
