using System.Runtime.CompilerServices;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>
/// A program in place of the one that <c>eng/hooks.sh</c> compiles: templates need no compiler, and say the same on every machine.
/// </summary>
internal static class HookStandIn
{
    private static readonly TemporaryFolder Folder = new();

    [ModuleInitializer]
    internal static void Use()
    {
        Folder.Write("bootstrap", "a program");
        Environment.SetEnvironmentVariable("LANDFALL_HOOKS", Folder.Path);
    }
}
