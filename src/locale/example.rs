//! Examples of every command, which its help begins with: a line each. They are tried by a test, as far as reading them goes.

use super::Text;

/// Examples of a command; `beian` is the program itself, `materials prepare` a command of a command.
#[must_use]
pub fn of(command: &str) -> Option<Text> {
    Some(match command {
        "beian" => Text::new(
            "beian                                   # 打开向导\n\
             beian new --name 小食记\n\
             beian check 小食记\n\
             beian export 小食记\n\
             beian status 小食记 submitted",
            "beian                                   # opens the wizard\n\
             beian new --name my-draft\n\
             beian check my-draft\n\
             beian export my-draft\n\
             beian status my-draft submitted",
        ),
        "new" => Text::new(
            "beian new --nature 个人 --name 小食记\n\
             beian new --kind change --from 小食记    # 变更：从备案成功的草稿开始\n\
             beian new --kind additional --number 蜀ICP备2026000001号\n\
             beian new --example",
            "beian new --nature individual --name my-draft\n\
             beian new --kind change --from my-draft  # begins with what is on record\n\
             beian new --kind additional --number 蜀ICP备2026000001号\n\
             beian new --example",
        ),
        "list" => Text::new(
            "beian list\nbeian list 客户文件夹 --no-files\nbeian list --format json",
            "beian list\nbeian list clients --no-files\nbeian list --format json",
        ),
        "diff" => Text::new("beian diff 小食记-变更", "beian diff my-change"),
        "check" => Text::new(
            "beian check 小食记\n\
             beian check 客户文件夹 --severity error\n\
             beian check 小食记 --fix\n\
             beian check 客户文件夹 --format sarif > 结果.sarif\n\
             beian check - < drafts.jsonl",
            "beian check my-draft\n\
             beian check clients --severity error\n\
             beian check my-draft --fix\n\
             beian check clients --format sarif > results.sarif\n\
             beian check - < drafts.jsonl",
        ),
        "confirm" => Text::new(
            "beian confirm 小食记 mobile-unusual owner.mobile --reason 本人在用\n\
             beian confirm 小食记 mobile-unusual owner.mobile --undo",
            "beian confirm my-draft mobile-unusual owner.mobile --reason \"in use\"\n\
             beian confirm my-draft mobile-unusual owner.mobile --undo",
        ),
        "export" => Text::new(
            "beian export 小食记\n\
             beian export 小食记 -o ~/备案包/ --ascii-names\n\
             beian export 客户文件夹 --quiet\n\
             beian export 小食记 --passphrase",
            "beian export my-draft\n\
             beian export my-draft -o ~/packages/ --ascii-names\n\
             beian export clients --quiet\n\
             beian export my-draft --passphrase",
        ),
        "letters" => Text::new(
            "beian letters 小食记\nbeian letters 小食记 -o 函件",
            "beian letters my-draft\nbeian letters my-draft -o letters",
        ),
        "read" => Text::new(
            "beian read 执照.jpg\nbeian read 正面.jpg 背面.jpg --format json",
            "beian read licence.jpg\nbeian read front.jpg back.jpg --format json",
        ),
        "models" => Text::new("beian models", "beian models"),
        "models remove" => Text::new("beian models remove", "beian models remove"),
        "models add" => {
            Text::new("beian models add rapidocr-3.10.0-py3-none-any.whl", "beian models add rapidocr-3.10.0-py3-none-any.whl")
        }
        "checklist" => Text::new(
            "beian checklist 小食记\nbeian checklist 小食记 -o 待办.html",
            "beian checklist my-draft\nbeian checklist my-draft -o to-do.html",
        ),
        "fill" => Text::new(
            "beian fill 小食记-2026-11-23.zip --media ids.json --task TASK_ID -o body.json",
            "beian fill my-draft-2026-11-23.zip --media ids.json --task TASK_ID -o body.json",
        ),
        "show" => Text::new(
            "beian show 小食记\nbeian show 小食记 --format html -o 填报表.html\nbeian show 客户文件夹 --format markdown -o 填报表/",
            "beian show my-draft\nbeian show my-draft --format html -o sheet.html\nbeian show clients --format markdown -o sheets/",
        ),
        "materials" => Text::new(
            "beian materials 小食记\nbeian materials prepare 小食记",
            "beian materials my-draft\nbeian materials prepare my-draft",
        ),
        "materials list" => Text::new("beian materials list 小食记", "beian materials list my-draft"),
        "materials prepare" => Text::new(
            "beian materials prepare 小食记\n\
             beian materials prepare 小食记 subject.certificate.photo --turn 90\n\
             beian materials prepare 小食记 --dry-run",
            "beian materials prepare my-draft\n\
             beian materials prepare my-draft subject.certificate.photo --turn 90\n\
             beian materials prepare my-draft --dry-run",
        ),
        "status" => Text::new(
            "beian status 小食记\n\
             beian status 小食记 submitted --at 2026-11-23\n\
             beian status 小食记 platform-returned --note 证件背面照片模糊\n\
             beian status 小食记 --import answer.json\n\
             beian status 小食记 --calendar\n\
             beian status 客户文件夹 --format json",
            "beian status my-draft\n\
             beian status my-draft submitted --at 2026-11-23\n\
             beian status my-draft platform-returned --note \"the back of the ID is blurred\"\n\
             beian status my-draft --import answer.json\n\
             beian status my-draft --calendar\n\
             beian status clients --format json",
        ),
        "fields" => Text::new("beian fields\nbeian fields --format json", "beian fields\nbeian fields --format json"),
        "rules" => Text::new("beian rules\nbeian rules --topic phone", "beian rules\nbeian rules --topic phone"),
        "explain" => Text::new("beian explain mobile-shared", "beian explain mobile-shared"),
        "schema" => Text::new("beian schema > .beian.schema.json", "beian schema > .beian.schema.json"),
        "set" => Text::new(
            "beian set 小食记 responsible_person.mobile=13012344321\n\
             beian set 小食记 subject.region=江苏省苏州市姑苏区 published=否\n\
             beian set 小食记 - < 值.txt              # 每行一个 字段=值，或 JSON\n\
             beian set 客户文件夹 --json 值.json",
            "beian set my-draft responsible_person.mobile=13012344321\n\
             beian set my-draft subject.region=江苏省苏州市姑苏区 published=no\n\
             beian set my-draft - < values.txt        # field=value, one a line, or JSON\n\
             beian set clients --json values.json",
        ),
        "get" => Text::new(
            "beian get 小食记\nbeian get 小食记 subject.name mini_program.app_id\nbeian get 小食记 --format json > 值.json",
            "beian get my-draft\nbeian get my-draft subject.name mini_program.app_id\nbeian get my-draft --format json > values.json",
        ),
        "import" => Text::new(
            "beian import --template > 客户.csv\nbeian import 客户.xlsx --dry-run\nbeian import 客户.csv --partial",
            "beian import --template > clients.csv\nbeian import clients.xlsx --dry-run\nbeian import clients.csv --partial",
        ),
        "copy" => Text::new(
            "beian copy 小食记 --name 小食记外卖\nbeian copy 小食记 新客户 --for another-entity",
            "beian copy my-draft --name \"My App 2\"\nbeian copy my-draft new-client --for another-entity",
        ),
        "rename" => Text::new(
            "beian rename draft                       # 用小程序的名称\nbeian rename draft 小食记\nbeian rename 小食记 已完成/",
            "beian rename draft                       # as its mini-program is called\nbeian rename draft my-draft\nbeian rename my-draft done/",
        ),
        "collect" => Text::new(
            "beian collect 小食记\nbeian collect 客户文件夹 --dry-run",
            "beian collect my-draft\nbeian collect clients --dry-run",
        ),
        "delete" => Text::new("beian delete 小食记", "beian delete my-draft"),
        "trash" => Text::new("beian trash\nbeian trash --restore 小食记", "beian trash\nbeian trash --restore my-draft"),
        "completions" => Text::new(
            "source <(beian completions bash)         # 写进 ~/.bashrc\n\
             source <(beian completions zsh)          # 写进 ~/.zshrc，在 compinit 之后\n\
             beian completions fish > ~/.config/fish/completions/beian.fish\n\
             beian completions powershell >> $PROFILE",
            "source <(beian completions bash)         # in ~/.bashrc\n\
             source <(beian completions zsh)          # in ~/.zshrc, behind compinit\n\
             beian completions fish > ~/.config/fish/completions/beian.fish\n\
             beian completions powershell >> $PROFILE",
        ),
        "man" => Text::new(
            "beian man check | man -l -\nbeian man -o ~/.local/share/man/man1",
            "beian man check | man -l -\nbeian man -o ~/.local/share/man/man1",
        ),
        "catalog" => Text::new(
            "beian catalog\nbeian catalog update 返回.json\nbeian catalog reset",
            "beian catalog\nbeian catalog update answer.json\nbeian catalog reset",
        ),
        "config" => Text::new(
            "beian config\n\
             beian config set drafts_dir ~/备案\n\
             beian config set new.owner.mobile 13012344321\n\
             beian config unset theme",
            "beian config\n\
             beian config set drafts_dir ~/filings\n\
             beian config set new.owner.mobile 13012344321\n\
             beian config unset theme",
        ),
        "config show" => Text::new("beian config show --format json", "beian config show --format json"),
        "config path" => Text::new("beian config path", "beian config path"),
        "config get" => Text::new("beian config get language", "beian config get language"),
        "config set" => Text::new(
            "beian config set language zh-CN\nbeian config set export.folder ~/备案包\nbeian config set new.subject.nature 企业",
            "beian config set language en\nbeian config set export.folder ~/packages\nbeian config set new.subject.nature enterprise",
        ),
        "config unset" => Text::new("beian config unset new.owner.mobile", "beian config unset new.owner.mobile"),
        "gitignore" => Text::new("beian gitignore >> .gitignore", "beian gitignore >> .gitignore"),
        "help" => Text::new("beian help check", "beian help check"),
        _ => return None,
    })
}
