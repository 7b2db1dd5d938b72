using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>Resolves whom alarms are sent to.</summary>
internal static class NotifyResolver
{
    /// <summary>What SNS sends to by itself.</summary>
    public static IReadOnlyList<string> Addresses(SettingsModel settings) => [.. settings.Notify.Select(item => item.Address).OfType<string>()];

    /// <summary>What a function writes to.</summary>
    public static IReadOnlyList<ChatPlan> Chats(SettingsModel settings) =>
    [
        .. settings.Notify
            .SelectMany(item => item.Chats().Select(chat => new ChatPlan(chat.Kind, chat.Secret, chat.Kind is ChatKind.Feishu or ChatKind.Dingtalk ? item.Sign : null)))
            .OrderBy(chat => chat.Webhook, StringComparer.Ordinal),
    ];
}
