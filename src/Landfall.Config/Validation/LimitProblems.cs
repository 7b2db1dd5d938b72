using Landfall.Config.Limits;
using Landfall.Config.Loading;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>Holds a number of the file against a limit of AWS's.</summary>
internal static class LimitProblems
{
    /// <summary>Reports a number outside of a limit: as a warning where the account may have more.</summary>
    /// <param name="problems">Where to.</param>
    /// <param name="mark">Where the number stands.</param>
    /// <param name="subject">What has it, the beginning of a sentence.</param>
    /// <param name="type">CloudFormation's name of the resource type.</param>
    /// <param name="id">The limit's name there.</param>
    /// <param name="actual">The number.</param>
    /// <param name="code">The error's code; null for the one of all limits.</param>
    /// <param name="quotas">What is known of the account, for a limit that is a quota.</param>
    public static void CheckLimit(this ProblemList problems, Mark mark, string subject, string type, string id, double actual, string? code = null, AccountQuotas? quotas = null)
    {
        var limit = (quotas ?? AccountQuotas.Unknown).Of(LimitList.Of(type, id));
        if (actual >= (limit.Least ?? double.MinValue) && actual <= (limit.Most ?? double.MaxValue))
        {
            return;
        }

        if (limit.Adjustable && code is null)
        {
            problems.Warn(mark, ErrorCodes.AwsLimit, limit.Breach(subject, actual));
        }
        else
        {
            problems.Add(mark, code ?? ErrorCodes.AwsLimit, limit.Breach(subject, actual));
        }
    }

    /// <summary>Reports a text that has not the form that AWS takes.</summary>
    public static void CheckForm(this ProblemList problems, Mark mark, string code, string subject, string type, string id, string text)
    {
        var limit = LimitList.Of(type, id);
        if (!System.Text.RegularExpressions.Regex.IsMatch(text, limit.Pattern!, System.Text.RegularExpressions.RegexOptions.CultureInvariant))
        {
            problems.Add(mark, code, $"{subject} is '{text}', but AWS has rules for {limit.What} ({limit.Source}). {limit.Remedy}.");
        }
    }
}
