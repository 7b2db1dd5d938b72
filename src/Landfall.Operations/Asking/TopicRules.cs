using System.Text.RegularExpressions;

namespace Landfall.Operations.Asking;

/// <summary>Which words speak for which topic, in English and in Chinese. The weights only order them: what is rarer weighs more.</summary>
internal static class TopicRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<TopicRule> All { get; } =
    [
        new(Topic.CommonestErrors, 2, Errors()),
        new(Topic.CommonestErrors, 2, Errors(), Often()),
        new(Topic.CommonestErrors, 4, KeepsFailing()),
        new(Topic.WorstHour, 7, Errors(), WhatTime()),
        new(Topic.AffectedUsers, 5, Users(), Touched()),
        new(Topic.Memory, 7, Memory()),
        new(Topic.CostChange, 5, Cost(), Rise()),
        new(Topic.CostChange, 4, Cost(), Why()),
        new(Topic.CostliestService, 6, Cost(), Most()),
        new(Topic.CostliestService, 4, Cost()),
        new(Topic.ReleaseErrors, 7, Release(), ErrorsOrWorse()),
        new(Topic.Complaints, 12, Complaints()),
        new(Topic.Alarms, 8, Alarms()),
        new(Topic.GatewayTimeouts, 10, Gateway()),
        new(Topic.GatewayTimeouts, 6, Timeouts()),
        new(Topic.Health, 3, Health()),
        new(Topic.Changes, 6, Changes()),
    ];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static Regex Of(string pattern) => new(pattern, Options);

    private static Regex Errors() => Of(@"\b(?:errors?|exceptions?|failures?|fail|fails|failing|bugs?|stack ?traces?)\b|错误|报错|异常|出错|故障|失败");

    private static Regex Often() => Of(@"\b(?:common\w*|frequent\w*|often|most|top|biggest|main|recurring|popular|usual|kinds?|which|what|list|show)\b|最常|最多|常见|频繁|频率|主要|经常|哪些|什么");

    private static Regex KeepsFailing() => Of(@"\bkeeps? (?:on )?(?:breaking|failing|crashing|throwing)|\bbreaks? (?:the )?most|老是(?:出错|报错|坏)");

    private static Regex WhatTime() => Of(@"\b(?:when|what time|(?:which|what|worst|busiest|peak|bad|one|the) hour|hour (?:with|had|has|of day)|time of day|peak\w*|busiest|worst time|worst period)\b|哪个?(?:小时|时段|时间段|钟头)|几点|什么时候|何时|高峰|时间段|时段");

    private static Regex Users() => Of(@"\b(?:users?|customers?|people|clients?|accounts?|visitors?|shoppers?|anyone|anybody)\b|用户|客户|顾客|多少人|谁受");

    private static Regex Touched() => Of(@"\b(?:affect\w*|impact\w*|hit|hurt|see|saw|seen|experienc\w*|suffer\w*|how many|number of|count|met|got|get|had|touched)\b|影响|受到|多少|几个|波及|遇到");

    private static Regex Memory() => Of(@"\b(?:memory|ram|heap|oom\w*|leak\w*)\b|内存|泄漏|泄露|oom");

    private static Regex Cost() => Of(@"\b(?:costs?|costing|costl\w+|bills?|billing|billed|spend\w*|spent|expens\w+|invoices?|money|dear\w*|pay|paying|pric\w+|charges?|charged|budget)\b|成本|费用|账单|花费|花钱|开销|贵|支出|费钱");

    private static Regex Rise() => Of(@"\b(?:spik\w+|jump\w*|rise|rises|rose|rising|risen|increas\w+|up|higher|more|surg\w+|went|grow\w*|grew|explod\w+|doubl\w+|dearer|soar\w*|climb\w*|change\w*|than)\b|飙升|涨|增加|上升|变高|暴增|突增|激增|翻倍|变化|升高|变贵");

    private static Regex Why() => Of(@"\b(?:why|cause\w*|reason)\b|为什么|为何|原因");

    private static Regex Most() => Of(@"\b(?:most|costliest|highest|biggest|top|dearest|largest|expensive|main)\b|最高|最贵|最多|最花|最大|最费|哪个");

    private static Regex Release() => Of(@"\b(?:releas\w+|deploy\w*|rollouts?|versions?|shipped|ship|upgrad\w+)\b|发布|部署|上线|版本|发版");

    private static Regex ErrorsOrWorse() => Of(@"\b(?:errors?|exceptions?|fail\w*|worse|break|broke|broken|regress\w*|bugs?|5xx|500s)\b|错误|失败|变差|变多|出错|异常|报错|变糟|故障");

    private static Regex Complaints() => Of(@"\b(?:complain\w*|unhappy|annoy\w*|tickets?|feedback|grumbl\w+)\b|投诉|抱怨|吐槽|反馈|不满");

    private static Regex Alarms() => Of(@"\b(?:alarm\w*|alert\w*|paging|firing|paged)\b|告警|报警|警报|预警");

    private static Regex Gateway() => Of(@"\b504s?\b|504|\bgateway time-?outs?|\bsubnets?\b|\bips?\b|\bip address\w*|\b(?:free|left|out of|no) (?:ip )?addresses\b|\benis?\b|网关超时|子网|ip ?地址|地址(?:耗尽|用完|不足|不够)");

    private static Regex Timeouts() => Of(@"\b(?:time-?outs?|timing out|timed out|times out)\b|超时");

    private static Regex Health() => Of(@"\b(?:health\w*|unhealthy|up|running|ok|okay|status|down|wrong|crash\w*|restart\w*|working|slow|broken|alive|fine|outage|sick|stuck)\b|状态|健康|正常|挂了|运行|崩溃|crashloop|怎么了|问题|变慢|很慢|不稳定|宕机");

    private static Regex Changes() => Of(@"\b(?:what|anything|something|everything) (?:has |was |have |were )?(?:been )?(?:chang\w+|deploy\w*|releas\w+)|\bwho (?:has |last )?(?:chang\w+|deploy\w*|releas\w+|rolled|restart\w*|delet\w+|did|touched)|\b(?:recent|last|latest|list|show|all) (?:the )?(?:recent |last |latest )?(?:changes|deployments?|deploys|releases?|rollouts?)\b|\bhistory\b|\bchange ?log\b|\bwhen (?:was|did) .*(?:deploy|release|change)|变更|改动|改了|谁.*(?:部署|发布|改|删|重启|回滚)|(?:部署|发布|上线)了什么|(?:最近|上次|最后).*(?:部署|发布)");
}
