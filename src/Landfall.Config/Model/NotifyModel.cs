using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>Whom alarms are sent to: an address, or chats by the secrets that hold their webhooks.</summary>
[Shorthand(nameof(Address))]
internal sealed record NotifyModel : Section
{
    [Key("A mail address, or an https:// webhook that confirms subscriptions of SNS.")]
    public string? Address { get; init; }

    [Key("Slack: the secret of 'secrets' that holds the address of an incoming webhook.")]
    public string? Slack { get; init; }

    [Key("Microsoft Teams: the secret that holds the address of a workflow's webhook.")]
    public string? Teams { get; init; }

    [Key("Feishu or Lark: the secret that holds the address of a custom bot.")]
    public string? Feishu { get; init; }

    [Key("DingTalk: the secret that holds the address of a custom robot.")]
    public string? Dingtalk { get; init; }

    [Key("WeCom: the secret that holds the address of a group robot.")]
    public string? Wecom { get; init; }

    [Key("Feishu and DingTalk: the secret that messages are signed with, where the bot asks for signatures.")]
    public string? Sign { get; init; }

    /// <summary>The chats of it, each with its webhook's secret.</summary>
    public IEnumerable<(ChatKind Kind, string Key, string Secret)> Chats()
    {
        foreach (var (kind, secret) in new[] { (ChatKind.Slack, Slack), (ChatKind.Teams, Teams), (ChatKind.Feishu, Feishu), (ChatKind.Dingtalk, Dingtalk), (ChatKind.Wecom, Wecom) })
        {
            if (secret is not null)
            {
                yield return (kind, kind.ToString().ToLowerInvariant(), secret);
            }
        }
    }
}
