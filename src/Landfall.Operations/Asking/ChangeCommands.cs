using System.Text.RegularExpressions;

namespace Landfall.Operations.Asking;

/// <summary>Finds the command that does what somebody asks to be done. It is named, and never run.</summary>
internal static partial class ChangeCommands
{
    private static readonly (Regex Verb, Func<string, string?> Command)[] Known =
    [
        (Of(@"roll(?:ing)? .{0,30}?\bback|rollback|revert|undo|回滚|回退"), service => $"landfall rollback {service}"),
        (Of(@"restart|reboot|bounce|重启"), service => $"landfall restart {service}"),
        (Of(@"scale|add (?:more )?tasks|扩容|缩容|扩展"), service => $"landfall scale {service} <tasks>"),
        (Of(@"pause|stop|shut down|turn off|暂停|停止|停掉|关闭|关掉"), service => $"landfall pause {service}"),
        (Of(@"resume|start|turn on|恢复|启动"), service => $"landfall resume {service}"),
        (Of(@"redrive|重新投递"), _ => "landfall queue redrive <queue>"),
        (Of(@"rotate|轮换"), _ => "landfall secret rotate <secret>"),
        (Of(@"resize|调整大小"), service => $"landfall resize {service}"),
        (Of(@"delete|destroy|remove|drop|wipe|purge|terminate|kill|erase|删|销毁|清空"), _ => null),
        (Of(@"release|发布|上线"), service => $"landfall release {service} --image <image>"),
        (Of(@"deploy|部署"), _ => "landfall deploy"),
    ];

    /// <summary>Finds it.</summary>
    /// <param name="text">The question, in lower case.</param>
    /// <param name="services">The services that it names.</param>
    /// <returns>Whether something is to be done, and the command for it; without one where no command does just that.</returns>
    public static (bool Asked, string? Command) Of(string text, IReadOnlyList<string> services)
    {
        var asks = Asks().IsMatch(text);
        var match = Imperative().Match(text);
        if (!match.Success && !asks)
            match = Chinese().Match(text);
        if (!match.Success)
            return (false, null);
        var rest = text[match.Groups["verb"].Index..];
        var service = services.Count == 1 ? services[0] : "<service>";
        var command = Known.Select(known => (At: known.Verb.Match(rest) is { Success: true, Index: var at } ? at : int.MaxValue, known.Command)).MinBy(found => found.At).Command(service);
        return (true, command ?? (Whole().IsMatch(rest) ? "landfall destroy" : null));
    }

    private static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    // An environment as a whole; anything less is taken out of the file.
    [GeneratedRegex(@"^\w+(?: the| our| my| whole| entire| all| of)* (?:env\w*|prod|production|dev|staging|everything|system|app|application)\b(?! \w*(?:database|bucket|table|queue|secret|service|db)\w*)|^.{1,4}(?:整个|全部)")]
    private static partial Regex Whole();

    // At the beginning of a clause, or after words that ask for something.
    [GeneratedRegex(@"(?:^|[,.;:!\n""'“]\s*|\b(?:please|pls|plz|and|then|how to|want to|need to|must|should|should i|can you|could you|would you|will you|can i|how do i|how can i|just|now|immediately|let's|lets|go ahead and|kindly|to)\s+)(?<verb>(?:delete|destroy|remove|drop|wipe|purge|terminate|kill|erase|restart|reboot|bounce|scale|roll|rollback|revert|undo|pause|stop|shut down|turn off|turn on|resume|start|redrive|rotate|resize|deploy|release)\b)")]
    private static partial Regex Imperative();

    [GeneratedRegex("(?<verb>删除|删掉|删了|销毁|清空|重启|回滚|回退|扩容|缩容|部署|发布|上线|暂停|停止|停掉|关闭|关掉|恢复|启动|轮换)")]
    private static partial Regex Chinese();

    // In Chinese a verb stands in a question as it does in an order.
    [GeneratedRegex("谁|什么|哪|为何|多少|几|吗|之后|以后|以来|部署后|发布后|上线后|上次|变化|错误|告警|成本|费用|原因|是否|有没有")]
    private static partial Regex Asks();
}
