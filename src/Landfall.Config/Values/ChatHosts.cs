namespace Landfall.Config.Values;

/// <summary>
/// Webhooks of chats, which take messages in forms of their own. SNS sends nothing before an address has confirmed its
/// subscription, by opening what the first message names (Amazon SNS Developer Guide, "Confirm your Amazon SNS subscription"),
/// and no chat opens that.
/// </summary>
internal static class ChatHosts
{
    private static readonly (string Host, string Chat)[] Hosts =
    [
        ("hooks.slack.com", "Slack"),
        ("hooks.slack-gov.com", "Slack"),
        ("webhook.office.com", "Teams"),
        ("outlook.office.com", "Teams"),
        ("logic.azure.com", "Teams"),
        ("api.powerplatform.com", "Teams"),
        ("open.feishu.cn", "Feishu"),
        ("open.larksuite.com", "Lark"),
        ("oapi.dingtalk.com", "DingTalk"),
        ("qyapi.weixin.qq.com", "WeCom"),
        ("discord.com", "Discord"),
    ];

    /// <summary>The chat whose webhook an address is, or null.</summary>
    /// <param name="address">An https address.</param>
    public static string? ChatOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? Array.Find(Hosts, known => HostNames.IsWithin(uri.Host, known.Host)).Chat
        : null;
}
