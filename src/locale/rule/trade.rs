//! Words of the rules about trades that need a permit first.

super::rule_words! {
    "prior-approval-likely-needed" {
        title: "可能要先办前置审批", "A prior approval is likely needed";
        what: "主体名称、经营范围、小程序名称、备注和服务内容里有前置审批行业的词。", "Words of trades that need a permit first, in names, business scope, remark and service contents.";
        mend: "涉及就附上许可；不涉及就改掉这个词，或附盖章的情况说明。", "Attach the permit; or remove the word, or attach a sealed statement that the trade is not involved.";
        why: "审核人员按词筛查：有这些词又没有许可，备案多半会被退回。", "Reviewers look for these words; without a permit the filing is likely to come back.";
        wrong: "subject.name = '四川虚构金融科技有限公司'\nmini_program.prior_approvals = [{ kind = 24 }]" => "名称里有「金融」，却选了「以上都不涉及」。", "The name says 金融 (finance), and \"None of the above\" is chosen.";
        right: "subject.name = '四川虚构食谱科技有限公司'\nmini_program.prior_approvals = [{ kind = 24 }]" => "没有前置审批的词。", "No word of such a trade.";
        "ask": "「{words}」像是{category}类，要{office}审批。见{places}：{around}。", "\"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}."
            => "涉及就列入前置审批，附{paper}；不涉及就换词，在备注里写清实际服务。", "If so, list it among the prior approvals with its paper ({paper}); if not, replace the word and say in the remark what is offered.";
        "letter": "「{words}」像是{category}类，要{office}审批。见{places}：{around}。", "\"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}."
            => "涉及就列入前置审批，附{paper}；不涉及就在材料里附盖章的情况说明。", "If so, list it among the prior approvals with its paper ({paper}); if not, attach a sealed statement among the materials.";
        "permit_only": "「{words}」像是{category}类，要{office}审批，本省不收不涉及的说明。见{places}：{around}。", "\"{words}\" looks like {category}: {office} must permit it, and this province takes no statement instead. In {places}: {around}."
            => "附{paper}；没有就先改名，或到登记机关从经营范围里去掉这个词。", "Attach the paper ({paper}); or rename, or have the word taken out of the licence's scope.";
        "refused": "「{words}」：本省不受理{category}类。见{places}：{around}。", "\"{words}\" ({category}): this province files no such service. In {places}: {around}."
            => "确实不涉及就换掉这个词；涉及的不要提交。", "If it is not involved, replace the word; otherwise do not hand it in.";
        "name_ban": "名称里不能有「{words}」（{category}）。见{places}：{around}。", "\"{words}\" ({category}) may not stand in a name. In {places}: {around}."
            => "先在控制台改名。", "Rename it in the console first.";
        "remark": "「{words}」（{category}）要在备注里说明。见{places}：{around}。", "\"{words}\" ({category}) wants an explanation in the remark. In {places}: {around}."
            => "在小程序备注里写清实际做什么。", "Say in the remark what is really offered.";
        "outside": "「{words}」像是{category}类，要{office}的证件，前置审批列表里没有这一类。见{places}：{around}。", "\"{words}\" looks like {category}: it takes papers of {office}, and the list of prior approvals has no such entry. In {places}: {around}."
            => "涉及就在材料里附{paper}；不涉及就换词，在备注里写清实际服务。", "If so, attach its paper ({paper}) among the materials; if not, replace the word and say in the remark what is offered.";
        "game": "「{words}」像是游戏，要{office}的版号。见{places}：{around}。", "\"{words}\" looks like a game: it takes a publication number of {office}. In {places}: {around}."
            => "是就在前置审批里选「出版」或「文化」，附{paper}；不是就换词，在备注里写清实际服务。", "For a game choose Publishing or Culture among the prior approvals and attach the paper ({paper}); if it is none, replace the word and say in the remark what is offered.";
        "none_ask": "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批。见{places}：{around}。", "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}."
            => "涉及就改选，附{paper}；不涉及就换词，在备注里写清实际服务。", "If so, choose it instead, with its paper ({paper}); if not, replace the word and say in the remark what is offered.";
        "none_letter": "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批。见{places}：{around}。", "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it first. In {places}: {around}."
            => "涉及就改选，附{paper}；不涉及就在材料里附盖章的情况说明。", "If so, choose it instead, with its paper ({paper}); if not, attach a sealed statement among the materials.";
        "none_permit_only": "选了「以上都不涉及」，但「{words}」像是{category}类，要{office}审批，本省不收不涉及的说明。见{places}：{around}。", "\"None of the above\" is chosen, but \"{words}\" looks like {category}: {office} must permit it, and this province takes no statement instead. In {places}: {around}."
            => "改选，附{paper}；没有就先改名，或到登记机关从经营范围里去掉这个词。", "Choose it instead and attach the paper ({paper}); or rename, or have the word taken out of the licence's scope.";
    }
    "remark-denies-trade" {
        title: "备注用否定句提到前置审批的词", "The remark denies a trade by naming it";
        what: "备注里不必写「不涉及新闻」这样的话。", "A remark need not say what is not offered.";
        mend: "只写实际提供的服务；管局要求写的除外。", "Say what is offered; leave the rest out unless the bureau asks for it.";
        why: "审核时按词筛查，否定句里的词也会被查到。", "Reviewers look for words, also in sentences that deny them.";
        wrong: "mini_program.remark = '面向成都乐迷，介绍音乐厅的曲目和场次，可以预约座位。本小程序不涉及新闻。'" => "否定句也会让审核人员看见「新闻」。", "The denial shows the word 新闻 to the reviewer.";
        right: "mini_program.remark = '面向成都乐迷，介绍自有音乐厅的曲目和场次，可以预约座位、凭码入场，并查看每场的说明。'" => "只写实际提供的服务。", "Only what is offered.";
        "": "备注里说不涉及「{words}」，这样写反而容易被查到。", "The remark denies \"{words}\", and so brings the words up." => "删去这一句，只写实际提供的服务；管局要求写的就保留。", "Remove the sentence and say what is offered; keep it if the bureau asks for it.";
    }
}
