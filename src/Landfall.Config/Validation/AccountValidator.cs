using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Regions;

namespace Landfall.Config.Validation;

/// <summary>Checks account and region.</summary>
internal sealed class AccountValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (settings.Account is { } account && (account.Length != 12 || !account.All(char.IsAsciiDigit)))
        {
            problems.Add(
                settings.MarkOf("account"),
                ErrorCodes.Account,
                $"'account' is '{account}', but an AWS account is twelve digits, in quotes such as \"123456789012\".");
        }

        if (!settings.Has("region"))
        {
            problems.Add(
                environment.Place,
                ErrorCodes.Region,
                "There is no 'region' here. Give one for this environment, or one for all at the top of the file.");
        }
        else if (settings.Region is { } region && !RegionTable.Names.Contains(region))
        {
            var hint = Suggestion.DidYouMean(region, RegionTable.Names);
            problems.Add(
                settings.MarkOf("region"),
                ErrorCodes.Region,
                $"'region' is '{region}', which is not an AWS region.{(hint.Length > 0 ? hint : " One is eu-west-1.")}");
        }
    }
}
