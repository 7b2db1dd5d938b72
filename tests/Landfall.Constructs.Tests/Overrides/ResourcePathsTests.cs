using Amazon.CDK;
using Constructs;
using Landfall.Config;
using Landfall.Config.Overrides;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;
using Landfall.Constructs.Tests.Regions;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Overrides;

/// <summary>What <c>validate</c> believes of the paths of patches, against what the constructs make.</summary>
public sealed class ResourcePathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TypeOf_EveryResourceOfEverySample_IsItsType()
    {
        var resources = Plans().SelectMany(pair => Resources(pair.Plan, pair.Folder)).Where(resource => resource.Type.StartsWith("AWS::", StringComparison.Ordinal)).Distinct().ToList();

        Assert.True(resources.Count > 300);
        Assert.All(resources, resource => Assert.Equal((resource, resource.Type), (resource, ResourcePaths.TypeOf(resource.Kind, resource.Id))));
    }

    [Fact]
    public void Table_EveryTypeOfTheList_HasASchema() =>
        Assert.Empty(ResourcePaths.Types.Except(ResourceSchemas.Types));

    private IEnumerable<(AppPlan Plan, string Folder)> Plans()
    {
        _folder.Write(Path.Combine("page", "index.html"), "<!doctype html><title>Page</title>");

        // Only an app elsewhere has a stack in the region that the CDN takes its certificate and firewall of.
        var everything = new[] { "us-east-1", "eu-central-1" }
            .Select(region => ConfigLoader.Load(_folder.Write(Path.Combine(region, "landfall.json"), RegionalFile.Read("everything", region).ToJsonString()), _ => null).Config!);
        return
        [
            .. SamplePlan.All.Select(pair => (TestPlan.Built(SamplePlan.Of(pair.Sample, pair.Environment)), Path.Combine(Repository.Root, "samples", pair.Sample))),
            .. everything.SelectMany(config => config.EnvironmentNames, (config, name) => (TestPlan.Built(PlanResolver.Resolve(config, name, null)), _folder.Path)),
        ];
    }

    // Resources of the CDK's own, such as what publishes a site's files, are none of the file's.
    private static List<(StackKind Kind, string Id, string Type)> Resources(AppPlan plan, string folder)
    {
        var found = new List<(StackKind Kind, string Id, string Type)>();
        var kinds = StackList.Of(plan).ToDictionary(stack => stack.Name, stack => stack.Kind, StringComparer.Ordinal);
        Synthesis.Run(plan, folder: folder, create: (given, options) => new ListingApp(given, options, (path, type) =>
        {
            if (path.Split('/') is [var stack, var id])
            {
                found.Add((kinds[stack], id, type));
            }
        }));
        return [.. found.Where(resource => !resource.Id.StartsWith("Custom::", StringComparison.Ordinal))];
    }

    private sealed class ListingApp(AppPlan plan, SynthOptions options, Action<string, string> found) : LandfallApp(plan, options)
    {
        protected override void Customize()
        {
            foreach (var construct in Node.FindAll())
            {
                if ((construct as CfnResource ?? construct.Node.DefaultChild as CfnResource)?.CfnResourceType is { } type)
                {
                    found(construct.Node.Path, type);
                }
            }
        }
    }
}
