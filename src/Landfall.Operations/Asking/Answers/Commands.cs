namespace Landfall.Operations.Asking.Answers;

/// <summary>Commands as evidence.</summary>
internal static class Commands
{
    /// <summary>A command for some services.</summary>
    /// <param name="command">The command's words.</param>
    /// <param name="services">The services; none for all.</param>
    /// <param name="options">Its options.</param>
    /// <returns>The command line.</returns>
    public static string For(string command, IReadOnlyList<string> services, params IReadOnlyList<string> options) =>
        string.Join(' ', (IEnumerable<string>)["landfall", command, .. services, .. options]);
}
