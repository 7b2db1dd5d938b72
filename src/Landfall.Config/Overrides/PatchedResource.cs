using Landfall.Config.Model;
using Landfall.Config.Stacks;

namespace Landfall.Config.Overrides;

/// <summary>The resource that the path of a patch names, as far as the file tells.</summary>
/// <param name="Stack">The stack as the path writes it, without application and environment.</param>
/// <param name="Kind">What the stack is for; null where the file makes no such stack.</param>
/// <param name="Id">The construct ids below the stack.</param>
internal sealed record PatchedResource(string Stack, StackKind? Kind, string Id)
{
    /// <summary>The resource's type, or null where only synthesis tells.</summary>
    public string? Type => Kind is { } kind ? ResourcePaths.TypeOf(kind, Id) : null;

    /// <summary>Reads a path.</summary>
    /// <param name="path">For example <c>api/TargetGroup</c> or <c>shop-dev-api/TargetGroup</c>.</param>
    /// <param name="environment">The environment.</param>
    public static PatchedResource Of(string path, EnvironmentSettings environment)
    {
        var prefix = new AwsNames(environment.App, environment.Name).Stack("");
        var parts = path.Split('/', 2);
        var stack = parts[0].StartsWith(prefix, StringComparison.Ordinal) ? parts[0][prefix.Length..] : parts[0];
        return new PatchedResource(stack, KindOf(stack, environment.Settings), parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>The stacks that a path can begin with.</summary>
    public static IEnumerable<string> Stacks(SettingsModel settings) =>
        [.. StackNames.Reserved, .. settings.Services.Keys];

    private static StackKind? KindOf(string stack, SettingsModel settings) =>
        settings.Services.ContainsKey(stack) ? StackKind.Service
        : StackNames.Reserved.Contains(stack, StringComparer.Ordinal) ? ResourcePaths.KindOf(stack)
        : null;
}
