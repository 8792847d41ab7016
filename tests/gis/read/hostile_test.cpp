// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace hereabouts;
using test::SourceFolder;

namespace {

constexpr std::string_view kCanary = "canary-5f2c";

/// Listens on the loopback and counts who knocks.
class Door {
public:
    Door() : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
        socklen_t size = sizeof address;
        bind(m_socket, reinterpret_cast<sockaddr*>(&address), size);
        listen(m_socket, 8);
        getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
    }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;
    ~Door() { close(m_socket); }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] bool knocked() const
    {
        pollfd waiting{.fd = m_socket, .events = POLLIN, .revents = 0};
        return poll(&waiting, 1, 0) > 0;
    }

private:
    int m_socket;
    int m_port = 0;
};

bool showsCanary(const test::Reading& reading)
{
    for (const auto& row : reading.cells) {
        for (const std::string& cell : row) {
            if (cell.contains(kCanary)) return true;
        }
    }
    return !reading.rows && reading.rows.error().message.contains(kCanary);
}

void sqlite(const std::filesystem::path& file, const std::string& sql)
{
    std::ofstream(file.string() + ".sql") << ".dbconfig defensive off\n" << sql;
    REQUIRE(std::system(std::format("sqlite3 '{0}' < '{0}.sql'", file.string()).c_str()) == 0);
}

} // namespace

TEST_CASE("a file made to read another file reads nothing", "[read][hostile]")
{
    const SourceFolder folder;
    const auto secret = folder.write("secret.csv", std::format("name,x\n{},1\n", kCanary));

    const auto vrt = test::read(folder.write("wards.geojson", std::format("<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>", secret.string())));
    CHECK_FALSE(vrt.rows.has_value());
    CHECK_FALSE(showsCanary(vrt));

    const auto external = test::read(folder.write("doc.kml", std::format("<!DOCTYPE kml [<!ENTITY x SYSTEM \"file://{}\">]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>&x;</name>"
                                                                           "<Point><coordinates>1,2</coordinates></Point></Placemark></Document></kml>", secret.string())));
    CHECK_FALSE(showsCanary(external));
}

TEST_CASE("a GeoPackage with a virtual table over another file is refused, behind a view too", "[read][hostile]")
{
    const SourceFolder folder;
    const auto secret = folder.write("secret.csv", std::format("name,x\n{},1\n", kCanary));
    const auto package = folder.converted(folder.write("from.geojson", test::kThreeAreas), "wards.gpkg", "-f GPKG");
    sqlite(package, std::format("PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES('table','leak','leak',0,'CREATE VIRTUAL TABLE leak USING VirtualText(''{}'', UTF-8, 1, POINT, DOUBLEQUOTE, '','')');"
                                "PRAGMA writable_schema=RESET; INSERT INTO gpkg_contents(table_name,data_type,identifier) VALUES('leak','attributes','leak');", secret.string()));
    const auto reading = test::read(package);
    REQUIRE_FALSE(reading.rows.has_value());
    INFO(reading.rows.error().message);
    CHECK(reading.rows.error().code == core::ErrorCode::Refused);
    CHECK(reading.rows.error().message.contains("virtualtext"));
    CHECK_FALSE(showsCanary(reading));
}

TEST_CASE("no file makes the worker knock at a door", "[read][hostile]")
{
    const SourceFolder folder;
    const Door door;
    const std::string url = std::format("http://127.0.0.1:{}/x", door.port());

    const auto link = test::read(folder.write("link.geojson", std::format(R"({{"type":"FeatureCollection","crs":{{"type":"link","properties":{{"href":"{}","type":"proj4"}}}},"features":[
        {{"type":"Feature","properties":{{"name":"a"}},"geometry":{{"type":"Point","coordinates":[1,2]}}}}]}})", url)));
    CHECK(link.description.crs.empty());
    static_cast<void>(test::read(folder.write("wms.tif", std::format("<GDAL_WMS><Service name=\"TMS\"><ServerUrl>{}</ServerUrl></Service></GDAL_WMS>", url))));
    static_cast<void>(test::read(folder.write("net.kml", std::format("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><NetworkLink><Link><href>{}</href></Link></NetworkLink></kml>", url))));
    static_cast<void>(test::read(folder.write("wfs.gml", std::format("<OGRWFSDataSource><URL>{}</URL></OGRWFSDataSource>", url))));
    CHECK_FALSE(door.knocked());
}

TEST_CASE("an archive that unpacks to a thousand times its size is not unpacked", "[read][hostile]")
{
    const SourceFolder folder;
    REQUIRE(std::system(std::format("python3 -c \"import zipfile; z=zipfile.ZipFile('{}','w',zipfile.ZIP_DEFLATED); z.writestr('doc.kml','<kml>'+' '*300000000)\"", (folder / "bomb.kmz").string()).c_str()) == 0);
    const auto bomb = test::read(folder / "bomb.kmz");
    REQUIRE_FALSE(bomb.rows.has_value());
    CHECK(bomb.rows.error().code == core::ErrorCode::Refused);
    REQUIRE(std::system(std::format("python3 -c \"import zipfile; z=zipfile.ZipFile('{}','w'); z.writestr('../wards.shp','x')\"", (folder / "climb.zip").string()).c_str()) == 0);
    CHECK(test::read(folder / "climb.zip").rows.error().code == core::ErrorCode::Refused);
}

TEST_CASE("deep nesting and laughing entities are refused within the limits", "[read][hostile]")
{
    const SourceFolder folder;
    CHECK_FALSE(test::read(folder.write("deep.geojson", R"({"type":"FeatureCollection","features":)" + std::string(100'000, '['))).rows.has_value());
    const auto laughs = test::read(folder.write("laughs.kml", "<?xml version=\"1.0\"?><!DOCTYPE k [<!ENTITY a \"haaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                                                             "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
                                                             "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><name>&f;&f;&f;&f;</name></Placemark></kml>"));
    CHECK_FALSE(laughs.rows.has_value());
}
