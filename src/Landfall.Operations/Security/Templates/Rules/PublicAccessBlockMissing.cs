using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A bucket does not say that nobody may open it.</summary>
internal sealed class PublicAccessBlockMissing() : TemplateRule(new(
    "aws-s3-no-public-access-block", "A bucket does not block public access", Severity.Medium, "AWS FSBP S3.8",
    "A policy or an access list that somebody adds can open it to everybody.",
    "Set all four of 'PublicAccessBlockConfiguration' to true."))
{
    public static readonly string[] Settings = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::S3::Bucket").Where(r => Settings.Any(name => !r.Has($"PublicAccessBlockConfiguration.{name}"))).Select(r => r.At("PublicAccessBlockConfiguration").FixedBy(Fix(r)));

    /// <summary>The edits after which nobody can open a bucket.</summary>
    public static IReadOnlyList<Edit> Fix(TemplateResource bucket)
    {
        const string Block = "PublicAccessBlockConfiguration";
        if (bucket.Properties.At(Block) is MapNode)
            return [.. Settings.Where(name => !bucket.IsTrue($"{Block}.{name}")).SelectMany(name => bucket.Set($"{Block}.{name}", true))];
        var all = new JsonObject();
        foreach (var name in Settings)
            all[name] = true;
        return bucket.Set(Block, all);
    }
}
