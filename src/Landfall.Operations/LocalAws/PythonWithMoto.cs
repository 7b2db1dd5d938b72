using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.LocalAws;

/// <summary>Finds a Python that has moto, and makes one where there is none.</summary>
internal static class PythonWithMoto
{
    /// <summary>Finds or makes it.</summary>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The Python's name or path.</returns>
    /// <exception cref="LandfallException">There is no Python 3, or moto cannot be installed.</exception>
    public static async Task<string> FindAsync(Action<string> progress, CancellationToken cancellation)
    {
        var given = Environment.GetEnvironmentVariable("LANDFALL_PYTHON");
        var folder = Path.Combine(LandfallHome.Folder, "python");
        var own = Path.Combine(folder, OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python");
        foreach (var candidate in new[] { given, File.Exists(own) ? own : null, "python3" })
        {
            if (candidate is not null && await HasMotoAsync(candidate, cancellation).ConfigureAwait(false))
                return candidate;
        }

        progress("Installing moto, the local AWS (once, about a minute) …");
        await RunAsync(new ProcessSpec("python3", ["-m", "venv", "--clear", InTheWay.OfFolder(folder)]), cancellation).ConfigureAwait(false);
        await RunAsync(new ProcessSpec(own, ["-m", "pip", "install", "--quiet", "moto[server]==5.2.1"]), cancellation).ConfigureAwait(false);
        return own;
    }

    private static async Task<bool> HasMotoAsync(string python, CancellationToken cancellation)
    {
        // find_spec does not load moto, which takes a second.
        const string Probe = "import importlib.util as u, sys; sys.exit(0 if u.find_spec('moto') and u.find_spec('flask') else 1)";
        try
        {
            return (await ProcessRunner.RunAsync(new ProcessSpec(python, ["-c", Probe]), null, cancellation).ConfigureAwait(false)).ExitCode == 0;
        }
        catch (LandfallException)
        {
            return false;
        }
    }

    private static async Task RunAsync(ProcessSpec spec, CancellationToken cancellation)
    {
        var result = await ProcessRunner.RunAsync(spec, null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw new LandfallException(ErrorCodes.MotoNotInstalled, $"moto could not be installed:\n{result.Error.Trim()}\nInstall it with: pip install 'moto[server]'");
    }
}
