using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Constructs.Tests.Properties;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Edge;

/// <summary>
/// Whatever file is accepted: its templates synthesise, AWS takes their names, certificates and rules, and a request for any
/// address of a service comes to a rule that is the service's.
/// </summary>
public class EdgePropertyTests
{
    private static readonly int Accepted = int.Parse(Environment.GetEnvironmentVariable("LANDFALL_PROPERTY_CASES") ?? "12", CultureInfo.InvariantCulture);

    [Fact]
    public void Synth_AnyAcceptedHostsAndPaths_AgreeWithEachOther()
    {
        using var project = new TemporarySite();
        var seed = 0;
        for (var accepted = 0; accepted < Accepted; seed++)
        {
            if (!IsAccepted(RandomEdge.Of(seed)))
            {
                continue;
            }

            accepted++;
            try
            {
                var plan = TestPlan.Of(RandomEdge.Of(seed));
                new EdgeRequests(plan, new TemplateSet(Synthesis.Run(plan, folder: project.Folder))).Check();
            }
            catch (Exception exception)
            {
                throw new Xunit.Sdk.XunitException($"Seed {seed}: {RandomEdge.Of(seed).ToJsonString()}\n{exception}");
            }
        }

        // Not all are refused: what is tried is tried.
        Assert.True(seed < Accepted * 40, $"Of {seed} files {Accepted} were accepted.");
    }

    private static bool IsAccepted(JsonObject file)
    {
        using var folder = new TemporaryFolder();
        return !ConfigLoader.Load(folder.Write("landfall.json", file.ToJsonString()), _ => null).Problems
            .Any(problem => problem.Severity == ProblemSeverity.Error);
    }
}
