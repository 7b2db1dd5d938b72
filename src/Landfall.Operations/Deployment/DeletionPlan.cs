using System.Collections.Frozen;
using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment;

/// <summary>What it would mean to delete stacks.</summary>
/// <param name="Stacks">The stacks, in order of deletion.</param>
/// <param name="Retained">What outlives them.</param>
/// <param name="Lost">The data that goes with them.</param>
internal sealed record DeletionPlan(IReadOnlyList<Stack> Stacks, IReadOnlyList<OwnedResource> Retained, IReadOnlyList<OwnedResource> Lost)
{
    /// <summary>Everything that goes with a stack.</summary>
    public ILookup<string, OwnedResource> Doomed { get; init; } = Array.Empty<OwnedResource>().ToLookup(r => r.Stack, StringComparer.Ordinal);

    /// <summary>What goes and AWS refuses to delete for as long as its deletion protection is on.</summary>
    public IReadOnlyList<OwnedResource> Protected { get; init; } = [];

    /// <summary>By stack, the logical ids of what stays because somebody named it, although the template says nothing of it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Kept { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>The names of the stacks that have to be gone before one is deleted.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> After { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    private static readonly FrozenSet<string> Data = FrozenSet.Create(
        StringComparer.Ordinal,
        "AWS::Cognito::UserPool",
        "AWS::DynamoDB::Table",
        "AWS::EFS::FileSystem",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::S3::Bucket",
        "AWS::SecretsManager::Secret",
        "AWS::SQS::Queue");

    /// <summary>A line for a person on each resource that stays and on all data that is lost.</summary>
    public IEnumerable<string> Lines =>
        Retained.Select(r => $"  stays: {r}").Concat(Lost.Select(r => $"  is lost: {r}"));

    /// <summary>Whether resources of a type hold what people would miss.</summary>
    /// <param name="type">The CloudFormation type.</param>
    /// <returns>True for data.</returns>
    public static bool HoldsData(string type) => Data.Contains(type);
}
