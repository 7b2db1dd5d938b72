using System.Text.RegularExpressions;
using Landfall.Config;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Operations.Handover;

/// <summary>
/// The signing profile of AWS Signer that a team's pipeline signs its images with. The build does it itself ("Manual signing", Amazon ECR
/// User Guide): ECR's "managed signing" is a setting of the whole registry, which is not the team's.
/// </summary>
/// <param name="Arn">Its ARN; its account may be CloudFormation's <c>${AWS::AccountId}</c>.</param>
internal sealed partial record SigningProfile(string Arn)
{
    /// <summary>A Go of CodeBuild's (AWS CodeBuild User Guide, "Runtime versions") that builds both programs: they ask for 1.23 at least.</summary>
    public const string Go = "1.25";

    // Go's checksum database, which 'go install' asks, has one content for each of these versions, with all that they are built from.
    private const string Notation = "github.com/notaryproject/notation/cmd/notation@v1.3.2";
    private const string Plugin = "github.com/aws/aws-signer-notation-plugin/cmd@v1.0.2292";
    private const string PluginName = "com.amazonaws.signer.notation.plugin";

    private const string OwnAccount = "${AWS::AccountId}";

    /// <summary>Reads what was asked for.</summary>
    /// <param name="given">The profile's name or ARN; null for images that are not signed.</param>
    /// <param name="plan">The environment that is released to.</param>
    /// <returns>The profile, or null.</returns>
    /// <exception cref="LandfallException">It is neither, or of another region.</exception>
    public static SigningProfile? Of(string? given, AppPlan plan)
    {
        if (given is null)
            return null;
        var place = $"arn:{RegionTable.Of(plan.Region).Partition}:signer:{plan.Region}:";
        if (Name().IsMatch(given))
            return new SigningProfile($"{place}{OwnAccount}:/signing-profiles/{given}");
        if (given.StartsWith(place, StringComparison.Ordinal) && Rest().IsMatch(given[place.Length..]))
            return new SigningProfile(given);
        throw new LandfallException(
            ErrorCodes.SigningProfile,
            $"'{given}' is not a signing profile of AWS Signer that images in {plan.Region} can be signed with. Give --sign the profile's name (2 to 64 letters, digits and underscores), or its ARN such as {place}123456789012:/signing-profiles/release, without a version.");
    }

    /// <summary>What signing needs besides the right to push, with which the signature gets into the repository (Amazon ECR User Guide, "Managed signing", IAM permissions).</summary>
    public Permission Permission => new(["signer:SignPayload"], [Arn]);

    /// <summary>
    /// The buildspec's lines, for the image TAG (AWS Signer Developer Guide, "Procedure for signing an image"). Who has logged Docker in has
    /// logged notation in. The signature names its image by itself: the tag that would else lead to it could be written once only, as all
    /// tags of the repository.
    /// </summary>
    public IReadOnlyList<string> Steps =>
    [
        "      # The signature, of the image that has passed; Go's checksum database vouches for what makes it",
        "      - export GOBIN=\"$(mktemp -d)\"",
        $"      - go install {Notation}",
        $"      - go install {Plugin}",
        $"      - PLUGIN=\"${{XDG_CONFIG_HOME:-$HOME/.config}}/notation/plugins/{PluginName}\"",
        $"      - mkdir -p \"$PLUGIN\" && mv \"$GOBIN/cmd\" \"$PLUGIN/notation-{PluginName}\"",
        "      - DIGEST=\"$(aws ecr describe-images --repository-name \"$REPOSITORY\" --image-ids imageTag=\"$TAG\" --query 'imageDetails[0].imageDigest' --output text)\"",
        "      - |",
        $"        \"$GOBIN/notation\" sign --force-referrers-tag=false --plugin {PluginName} \\",
        $"          --id \"{Arn.Replace(OwnAccount, "${REGISTRY%%.*}", StringComparison.Ordinal)}\" \"$REGISTRY/$REPOSITORY@$DIGEST\"",
    ];

    // AWS Signer API Reference, "PutSigningProfile": profileName.
    [GeneratedRegex("^[a-zA-Z0-9_]{2,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9]{12}:/signing-profiles/[a-zA-Z0-9_]{2,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
