namespace Landfall.Cli.Tests.Commands;

/// <summary>Environment variables of this process, with their own values again once it is disposed of.</summary>
internal sealed class Variables : IDisposable
{
    private readonly (string Name, string? Value)[] _before;

    public Variables((string Name, string? Value)[] variables)
    {
        _before = [.. variables.Select(variable => (variable.Name, Environment.GetEnvironmentVariable(variable.Name)))];
        Set(variables);
    }

    public void Dispose() => Set(_before);

    private static void Set((string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
            Environment.SetEnvironmentVariable(name, value);
    }
}
