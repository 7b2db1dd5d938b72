using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Serialization;
using Landfall.Config.Plan;

namespace Landfall.Architecture.Tests;

/// <summary>A property of the plan that nobody reads is a key of the file that does nothing.</summary>
public sealed class PlanReadersTests
{
    private static readonly string[] Readers = ["Landfall.Constructs", "Landfall.Operations", "Landfall.Operator", "landfall"];

    [Fact]
    public void Plan_EveryProperty_IsReadByWhatComesAfterIt()
    {
        var read = Readers.SelectMany(Getters).ToHashSet();

        var unread = typeof(AppPlan).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(AppPlan).Namespace && type.IsPublic && type is { IsClass: true, IsAbstract: false })
            .SelectMany(type => type.GetProperties())
            .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) && property.GetMethod!.IsPublic)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .Distinct()
            .Where(property => !read.Contains(property));

        // Variables, a collector's configuration and what pipelines run and may do are named in Config, for all who need them alike.
        Assert.Equal(["PipelinePlan.Version", "PipelinePlan.PackageHash", "PipelineReviewPlan.MaxTokens", "PipelineStagePlan.Sites", "ServiceTelemetryPlan.SamplingPercent", "TelemetryPlan.Header"], unread);
    }

    /// <summary>The getters of the plan that an assembly refers to: the compiler writes none that is not called.</summary>
    private static IEnumerable<string> Getters(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            var name = metadata.GetString(member.Name);
            if (member.Parent.Kind == HandleKind.TypeReference && name.StartsWith("get_", StringComparison.Ordinal))
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                if (metadata.GetString(type.Namespace) == typeof(AppPlan).Namespace)
                    yield return $"{metadata.GetString(type.Name)}.{name["get_".Length..]}";
            }
        }
    }
}
