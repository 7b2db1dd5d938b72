using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The image is not in the registry.</summary>
internal sealed partial class ImageMissing : IHealthRule
{
    /// <inheritdoc />
    public string Id => "image-missing";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Say(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            $"The image of '{facts.Service.Title}' is not in its registry.",
            said,
            facts.Service.Image switch
            {
                { Build: not null } => "Deploy again: 'landfall deploy' pushes what is missing. If a lifecycle rule or somebody has deleted it, that brings it back.",
                { Released: true } => $"Release an image that is there: 'landfall release {facts.Service.Title} --image <tag>'.",
                _ => $"Check 'image: {facts.Service.Image.Reference}': its name and its tag, and that it has been pushed.",
            })
        : null;

    [GeneratedRegex(@"CannotPull\w+Error(?!.*pull access denied).*(?:manifest unknown|: not found|does not exist|repository .* not found|name unknown|failed to resolve ref.*not found)", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
