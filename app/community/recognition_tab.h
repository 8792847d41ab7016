// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/community/community_tab.h"

#include <QStringList>
#include <QUrl>

#include <string>
#include <vector>

namespace hereabouts::app {

/// One community held against a checklist, the lines it was endorsed for, and what is decided about it.
class RecognitionTab : public CommunityTab {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A tab belongs to the communities' page.")
    Q_PROPERTY(QStringList communities READ communities NOTIFY chosen) ///< Those that wait for something first.
    Q_PROPERTY(int community READ community WRITE setCommunity NOTIFY chosen)
    Q_PROPERTY(QStringList checklists READ checklists NOTIFY chosen)
    Q_PROPERTY(int checklist READ checklist WRITE setChecklist NOTIFY chosen)
    Q_PROPERTY(QStringList moves READ moves NOTIFY answered) ///< What the community can become.
    Q_PROPERTY(int unmet READ unmet NOTIFY answered)

public:
    using CommunityTab::CommunityTab;
    [[nodiscard]] QStringList communities() const { return m_names; }
    [[nodiscard]] int community() const { return m_community; }
    void setCommunity(int community);
    [[nodiscard]] QStringList checklists() const;
    [[nodiscard]] int checklist() const { return m_checklist; }
    void setChecklist(int checklist);
    [[nodiscard]] QStringList moves() const { return m_moves; }
    [[nodiscard]] int unmet() const { return m_unmet; }

    Q_INVOKABLE void useChecklistFile(const QUrl& file); ///< One's own checklist.
    /// Decides: `move` indexes moves(). `despite` is needed where tests are unmet, and must be empty where none are.
    Q_INVOKABLE void decide(int move, const QString& why, const QString& by, const QString& despite);

signals:
    void chosen();
    void decided();

protected:
    [[nodiscard]] Question question() override;
    void takePlace() override;

private:
    [[nodiscard]] std::string code() const;
    [[nodiscard]] std::string checklistName() const; ///< Empty: the one that the place's rules name. A path for a file.

    std::vector<std::string> m_codes;
    QStringList m_names;
    int m_community = 0;
    int m_checklist = 0;
    std::string m_file;
    QStringList m_moves;
    int m_unmet = 0;
};

} // namespace hereabouts::app
