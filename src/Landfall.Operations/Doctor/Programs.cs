using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Images;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Doctor;

/// <summary>Looks for the programs that an environment is worked with; Landfall brings Node and the CDK CLI itself.</summary>
internal static class Programs
{
    /// <summary>Looks for them.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="engine">The only container engine to try; null for any.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What was found.</returns>
    public static async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, string? engine, CancellationToken stop)
    {
        List<Symptom> found = [];
        var services = plan.Services.OfType<ContainerServicePlan>().ToList();
        if (services.Any(service => service.Image.Build is not null))
            found.Add(await EngineAsync(engine, stop).ConfigureAwait(false));
        if (services.Any(service => service.Task.Exec))
            found.Add(Plugin());
        return found;
    }

    private static async Task<Symptom> EngineAsync(string? chosen, CancellationToken stop)
    {
        try
        {
            var engine = await ContainerEngine.FindAsync(chosen, stop).ConfigureAwait(false);
            return new Symptom("container-engine", SymptomState.Well, $"'{engine.Program}' builds the images.", null);
        }
        catch (LandfallException e) when (e.Code == ErrorCodes.ContainerEngineMissing)
        {
            return new Symptom("container-engine", SymptomState.Broken, "The file has images to build, and no container engine works on this machine.", "Install docker, podman, finch or buildah, or let a pipeline build.");
        }
    }

    private static Symptom Plugin() => ProgramPath.Has(ProgramPath.SessionPlugin)
        ? new Symptom("session-plugin", SymptomState.Well, $"'{ProgramPath.SessionPlugin}' attaches to sessions.", null)
        : new Symptom("session-plugin", SymptomState.Soon, $"Services have 'exec: true', and '{ProgramPath.SessionPlugin}' is not on PATH: 'landfall shell', 'exec' and 'tunnel' cannot attach.", $"Install it: {ProgramPath.SessionPluginPage}");
}
