using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>What a container reads from its environment, and whom it calls.</summary>
internal static partial class VariablesMapping
{
    /// <summary>Maps the variables and secrets of a container.</summary>
    /// <param name="name">The service's name in the new file.</param>
    /// <param name="container">The container.</param>
    /// <param name="service">The service in the new file.</param>
    /// <param name="scope">What stands above the services.</param>
    public static void Map(string name, ManifestMap container, JsonObject service, EcsScope scope)
    {
        var (env, uses) = (new JsonObject(), (service["uses"] as JsonArray)?.DeepClone() as JsonArray ?? []);
        Variables(name, container, env, uses, scope);
        Secrets(name, container, uses, scope);
        if (env.Count > 0)
            service["env"] = env;
        if (uses.Count > 0)
            service["uses"] = uses;
    }

    /// <summary>Maps variables; one whose value was not written becomes a secret where there may be one.</summary>
    public static void Variables(string name, ManifestMap container, JsonObject env, JsonArray? uses, EcsScope scope)
    {
        if (container.Map("environment") is not { } variables)
            return;
        foreach (var key in variables.Keys.ToList())
        {
            var value = variables.Text(key) ?? "";
            if (Unwritten.Is(value))
                Hidden(name, key, variables, uses, scope);
            else
                Plain(name, key, value, variables, env, uses, scope);
        }
    }

    private static void Hidden(string name, string key, ManifestMap variables, JsonArray? uses, EcsScope scope)
    {
        if (uses is null || !ProgramVariables.CanBeSecret(key))
        {
            variables.Left(key, uses is null
                ? "By name or value it is nothing to be read in a file, and sidecars get no secrets here: only the service's own container reads them."
                : "By name or value it is nothing to be read in a file, and variables of secrets have upper-case letters, digits and underscores here: rename it in the program, then name the secret in 'secrets' and 'uses'.");
            return;
        }

        var secret = $"{name}-{NewName.Of(key)}";
        scope.Add("secrets", secret);
        scope.Plain[secret] = $"{key} of {name}";
        ProgramVariables.UseSecret(uses, secret, key);
        variables.Changed(key, $"secrets.{secret}", "Its value stands plain in the task definition, where whoever may read that reads it. By name or value it is nothing to be read: it is a secret now, and needs its value. Change the value too.");
    }

    private static void Plain(string name, string key, string value, ManifestMap variables, JsonObject env, JsonArray? uses, EcsScope scope)
    {
        var called = Host().Matches(value).Select(match => match.Groups["host"].Value).Select(host => (Host: host, Service: scope.ServiceAt(host))).FirstOrDefault(one => one.Service is not null && one.Service != name);
        if (called.Service is { } other && uses is not null)
        {
            ProgramVariables.Use(uses, other);
            env[key] = Settings.Escape(value);
            variables.Changed(key, $"env.{key}", $"It calls '{other}', which is in 'uses' now; that injects its address as {ProgramVariables.Injected(other)}_URL. Read that, or put it here: the name '{called.Host}' stays the old service's.");
            return;
        }

        env[key] = Settings.Escape(value);
        if (value.StartsWith("arn:aws", StringComparison.Ordinal) || value.Contains(".amazonaws.com", StringComparison.Ordinal))
            variables.Changed(key, $"env.{key}", "It names a thing of AWS that is not in the file: the new role may not use it, and the new network may not reach it. Put one into the file and name it in 'uses', or give the role its permission and the network its way in C# with 'extend'.");
        variables.Exact(key, $"env.{key}");
    }

    private static void Secrets(string name, ManifestMap container, JsonArray uses, EcsScope scope)
    {
        if (container.Map("secrets") is not { } secrets)
            return;
        foreach (var variable in secrets.Keys.ToList())
        {
            if (!ProgramVariables.CanBeSecret(variable))
            {
                secrets.Left(variable, ProgramVariables.Rename);
                continue;
            }

            var secret = scope.Secrets.Name(name, variable, Origin(secrets.Text(variable) ?? ""), scope.Environment);
            scope.Add("secrets", secret);
            ProgramVariables.UseSecret(uses, secret, variable);
            secrets.Changed(variable, $"secrets.{secret}", "The value is in a secret of Secrets Manager that Landfall makes; it has to be put there once ('Values of secrets').");
        }
    }

    /// <summary>
    /// Where ECS takes a value from: a parameter by name or ARN, or a secret by ARN, of which one key of its JSON and one version may be
    /// named (Amazon ECS Developer Guide, "Pass Secrets Manager secrets through Amazon ECS environment variables").
    /// </summary>
    internal static SecretOrigin Origin(string from)
    {
        var parts = from.Split(':');
        if (parts.Length < 7 || parts[2] != "secretsmanager")
            return SecretOrigin.Parameter(from);
        var secret = SecretOrigin.Secret(string.Join(':', parts.Take(7)));
        return parts.ElementAtOrDefault(7) is { Length: > 0 } key ? new SecretOrigin($"{secret.ReadCommand} | jq -r '.[\"{key.Replace("'", "'\\''", StringComparison.Ordinal)}\"]'") : secret;
    }

    // What follows // or a name of the user there; names with dots in them, which Cloud Map gives; and name:port.
    [GeneratedRegex(@"//(?:[^/@\s]*@)?(?<host>[\w.-]+)|(?<host>[\w-]+(?:\.[\w-]+)+)|^(?<host>[\w-]+)(?=:\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
