using Landfall.Config.Loading;
using Landfall.Config.Model;
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
        for (var i = 0; i < settings.Notify.Count; i++)
        {
            Check(settings.Notify[i], settings.MarkOf("notify", i), problems);
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
                $"This is a webhook of {chat}, which cannot confirm a subscription of SNS: no message would arrive. Give a mail address that the channel or the people on call read, or a webhook that confirms, such as PagerDuty's for Amazon CloudWatch.");
        }
        else if (!IsMail(recipient) && !IsWebhook(recipient))
        {
            problems.Add(mark, ErrorCodes.Recipient, $"'{recipient}' is neither a mail address nor an address that begins with https://.");
        }
    }

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
