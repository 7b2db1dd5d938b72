namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// What is wanted, with the choices that a deployed environment has made already: they are kept, so that nothing moves
/// that need not. Where nothing is deployed it is what was synthesised.
/// </summary>
internal static class SettledTemplates
{
    /// <summary>Settles the wanted stacks. Whoever compares with what runs compares these.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks of the assembly.</param>
    /// <returns>The same stacks, some with another template.</returns>
    public static IReadOnlyList<AssemblyStack> Of(IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted)
    {
        var standing = deployed.Where(d => d.HasContents).ToList();
        return ListenerNumbers.Settle(standing, TrafficShifts.Settle(standing, wanted));
    }
}
