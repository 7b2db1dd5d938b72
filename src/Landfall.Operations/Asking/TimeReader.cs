using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Asking;

/// <summary>Finds the time that a question is about.</summary>
internal static partial class TimeReader
{
    // Logs and metrics of an environment are not kept for longer than that at five minutes.
    private static readonly TimeSpan Most = TimeSpan.FromDays(60);

    private static readonly Dictionary<string, int> Numbers = new (string Words, int Number)[]
    {
        ("a an one 一", 1), ("two 两 二", 2), ("three few 三 几", 3), ("four 四", 4), ("five 五", 5), ("six 六", 6), ("seven 七", 7), ("十", 10), ("twelve", 12),
    }.SelectMany(pair => pair.Words.Split(' ').Select(word => (word, pair.Number))).Append(("couple of", 2)).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Finds it.</summary>
    /// <param name="text">The question, in lower case.</param>
    /// <returns>The time.</returns>
    public static AskedTime Of(string text)
    {
        if (SinceRelease().IsMatch(text))
            return new AskedTime(AskedTimeKind.SinceRelease, TimeSpan.Zero);
        if (Span().Match(text) is { Success: true } span)
            return Back(Number(span.Groups["n"].Value), span.Groups["u"].Value);
        if (Short().Match(text) is { Success: true } brief)
            return Back(Number(brief.Groups["n"].Value), brief.Groups["u"].Value);
        return text switch
        {
            _ when Yesterday().IsMatch(text) => new AskedTime(AskedTimeKind.Yesterday, TimeSpan.FromDays(2)),
            _ when Today().IsMatch(text) => new AskedTime(AskedTimeKind.Today, TimeSpan.FromDays(1)),
            _ when Unit().Match(text) is { Success: true } unit => Back(1, unit.Groups["u"].Value),
            _ => AskedTime.Unsaid,
        };
    }

    private static AskedTime Back(int number, string unit)
    {
        var one = unit switch
        {
            _ when unit.StartsWith("mo", StringComparison.Ordinal) || unit is "月" or "个月" => TimeSpan.FromDays(30),
            _ when unit.StartsWith('m') || unit is "分钟" => TimeSpan.FromMinutes(1),
            _ when unit.StartsWith('h') || unit is "小时" or "个小时" or "钟头" => TimeSpan.FromHours(1),
            _ when unit.StartsWith('w') || unit is "周" or "星期" or "个星期" or "礼拜" => TimeSpan.FromDays(7),
            _ => TimeSpan.FromDays(1),
        };
        var back = one * Math.Clamp(number, 1, 10_000);
        return new AskedTime(AskedTimeKind.Back, back > Most ? Most : back);
    }

    private static int Number(string word) =>
        Numbers.TryGetValue(word.Trim(), out var known) ? known : int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 1;

    [GeneratedRegex(@"\b(?:since|after) (?:the |our |my )?(?:last|latest|newest|most recent|previous) (?:release|deploy\w*|rollout|version)|(?:自|从)?(?:上次|最近一次|最后一次|上一次)(?:发布|部署|上线)(?:以来|之后|以后|后)")]
    private static partial Regex SinceRelease();

    [GeneratedRegex(@"\b(?:last|past|previous|within|for|in)\s+(?:the\s+)?(?:last\s+|past\s+)?(?<n>\d{1,6}|a|an|one|two|three|four|five|six|seven|twelve|few|couple of)\s*-?\s*(?<u>minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[mhdw])\b|(?:过去|最近|近|前|这|在)的?(?<n>\d{1,6}|[一两二三四五六七十几])\s*(?<u>分钟|个小时|小时|钟头|天|日|周|个星期|星期|礼拜|个月|月)")]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(?<n>\d{1,6})\s?(?<u>minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[mhdw])\b|(?<n>\d{1,6})\s?(?<u>分钟|个小时|小时|天|周|个月)")]
    private static partial Regex Short();

    [GeneratedRegex(@"\byesterday\b|昨天|昨日")]
    private static partial Regex Yesterday();

    [GeneratedRegex(@"\btoday\b|今天|今日|当天")]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(?:last|past|this|previous)\s+(?<u>hour|day|week|month)\b|(?:上个?|本|这个?|过去一|最近一)(?<u>小时|天|周|星期|礼拜|月)")]
    private static partial Regex Unit();
}
