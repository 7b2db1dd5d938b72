using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks who is notified.</summary>
internal sealed class NotifyValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (settings.Budget is not null && settings.Notify.Count == 0 && settings.Knows("notify"))
        {
            problems.Warn(settings.MarkOf("budget"), ErrorCodes.NoEffect, "'budget' tells nobody: the environment has no 'notify'. Give it one.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in settings.Notify)
        {
            if (item.Address is { } address)
            {
                Check(address, item.MarkOf("address"), problems);
            }

            CheckChats(settings, item, seen, problems);
        }
    }

    private static void CheckChats(SettingsModel settings, NotifyModel item, HashSet<string> seen, ProblemList problems)
    {
        var chats = item.Chats().ToList();
        foreach (var (kind, key, secret) in chats)
        {
            CheckSecret(key, secret, kind.ToString());
            if (!seen.Add(secret))
            {
                problems.Add(item.MarkOf(key), ErrorCodes.DuplicateName, $"The secret '{secret}' is the webhook of two chats. Give each its own.");
            }
        }

        if (item.Sign is { } sign)
        {
            CheckSecret("sign", sign, "signature");
            var signed = chats.Count(chat => chat.Kind is ChatKind.Feishu or ChatKind.Dingtalk);
            if (signed == 0)
            {
                problems.Warn(item.MarkOf("sign"), ErrorCodes.NoEffect, "'sign' has no effect: it is what messages to 'feishu' or 'dingtalk' are signed with. Remove it.");
            }
            else if (signed == 2)
            {
                problems.Add(item.MarkOf("sign"), ErrorCodes.Recipient, "'sign' stands beside 'feishu' and 'dingtalk', each of which gave out a secret of its own. Write them as two items of the list: [{ feishu: …, sign: … }, { dingtalk: …, sign: … }].");
            }
        }

        if (item.IsEmpty)
        {
            problems.Add(item.Place, ErrorCodes.Recipient, "This item of 'notify' names nobody. Give a mail address, or a chat with the secret of its webhook: { slack: team-hook }.");
        }

        void CheckSecret(string key, string secret, string what)
        {
            if (settings.Knows("secrets") && !settings.Secrets.ContainsKey(secret))
            {
                // Not what is given, which may be the address itself.
                var given = secret.Contains(':', StringComparison.Ordinal) ? "an address" : $"'{secret}'";
                problems.Add(
                    item.MarkOf(key), ErrorCodes.UnknownReference,
                    $"'{key}' is {given}, which is not in 'secrets'. It is the name of a secret, never its value: write 'secrets: {{ {what.ToLowerInvariant()}-hook: {{}} }}' and '{key}: {what.ToLowerInvariant()}-hook'.{Suggestion.DidYouMean(secret, settings.Secrets.Keys)}");
            }
        }
    }

    /// <summary>Reports a recipient that is neither a mail address nor a webhook that can confirm a subscription.</summary>
    public static void Check(string recipient, Mark mark, ProblemList problems)
    {
        if (ChatHosts.ChatOf(recipient) is { } chat)
        {
            // Without the address, whose path is a password.
            problems.Add(
                mark,
                ErrorCodes.Recipient,
                $"This is a webhook of {chat}, which cannot confirm a subscription of SNS, and a webhook's address is a password. {Remedy(chat)}");
        }
        else if (!IsMail(recipient) && !IsWebhook(recipient))
        {
            problems.Add(mark, ErrorCodes.Recipient, $"'{recipient}' is neither a mail address nor an address that begins with https://.");
        }
    }

    private static string Remedy(string chat) => chat switch
    {
        "Discord" => "Give a mail address that the people on call read, or a webhook that confirms, such as PagerDuty's for Amazon CloudWatch.",
        _ => $"Put it into a secret: 'secrets: {{ team-hook: {{}} }}' and 'notify: [{{ {(chat == "Lark" ? "feishu" : chat.ToLowerInvariant())}: team-hook }}]'; 'landfall secret set' takes the address.",
    };

    private static bool IsMail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0
            && at == text.LastIndexOf('@')
            && HostNames.IsName(text[(at + 1)..].ToLowerInvariant())
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || ",;<>\"".Contains(c));
    }

    private static bool IsWebhook(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
