using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;
using Landfall.Constructs.Tests.Properties;
using Landfall.Operations.Deployment;

namespace Landfall.Transitions.Tests;

/// <summary>Synthesises many plans in one process.</summary>
internal sealed class Synthesised : IDisposable
{
    private readonly TemporarySite _project = new();

    /// <summary>The stacks of a plan.</summary>
    public IReadOnlyList<AssemblyStack> Of(AppPlan plan)
    {
        var output = Directory.CreateTempSubdirectory("landfall-synth-");
        try
        {
            var app = new LandfallApp(plan, new SynthOptions(output.FullName, _project.Folder));
            app.Build();
            app.Synth();
            return Assembly.Read(output.FullName).Stacks;
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    public void Dispose() => _project.Dispose();
}
