using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>variables</c>, <c>env_file</c> and <c>secrets</c>: what a program reads from its environment.</summary>
internal static class VariablesPart
{
    private const string FromStack = "Landfall reads no exports of other stacks. Put the value here, or let 'uses' inject it where it is a resource of the file.";

    public static void Map(string name, ManifestMap map, JsonObject service, MigrationScope scope)
    {
        var (env, uses) = (new JsonObject(), new JsonArray());
        EnvFile(name, map, env, uses, scope);
        Variables(name, map, env, uses, scope);
        Secrets(name, map, uses, scope);
        if (env.Count > 0)
            service["env"] = env;
        if (uses.Count > 0)
            service["uses"] = uses;
    }

    /// <summary>Maps the variables of a container; who is called by its name is used.</summary>
    internal static void Variables(string name, ManifestMap map, JsonObject env, JsonArray uses, MigrationScope scope)
    {
        if (map.Map("variables") is not { } variables)
            return;
        foreach (var key in variables.Keys.ToList())
        {
            if (variables.Text(key) is not { } text)
            {
                variables.Left(key, FromStack);
                continue;
            }

            var value = scope.Resolve(text);
            env[key] = value;
            var called = ProgramVariables.Hosts(value).Where(host => host != name && scope.Services.Contains(host)).ToList();
            foreach (var other in called)
                ProgramVariables.Use(uses, other);
            if (called.Count > 0)
                variables.Changed(key, $"env.{key}", $"It calls '{called[0]}', which has to be in 'uses', and is; that also injects its address as {ProgramVariables.Injected(called[0])}_URL.");
            else
                variables.Exact(key, $"env.{key}");
        }
    }

    /// <summary>Copilot uploads the file; its values go into the new file, but for those that look as if nobody should read them.</summary>
    private static void EnvFile(string name, ManifestMap map, JsonObject env, JsonArray uses, MigrationScope scope)
    {
        if (map.Text("env_file") is not { } file)
            return;
        if (ProgramVariables.ReadFile(scope.Root, file) is not { } lines)
        {
            map.Left("env_file", $"There is no file '{file}' in the repository: put its variables into 'env'.");
            return;
        }

        var (secret, left) = (new List<string>(), new List<string>());
        foreach (var (key, value) in lines)
        {
            if (!ProgramVariables.IsSecret(key, value))
            {
                env[key] = value;
            }
            else if (ProgramVariables.CanBeSecret(key))
            {
                UseSecret(uses, scope.Secrets.Name(name, key, SecretOrigin.Line(file, key), scope.Environment), key, scope);
                secret.Add(key);
            }
            else
            {
                left.Add(key);
            }
        }

        map.Changed("env_file", "env", $"The values of {file} are in the new file"
            + (secret.Count == 0 ? "." : $", but for {string.Join(", ", secret)}, which by name or value are nothing to be read there: they are in 'secrets' now, and need their values.")
            + (left.Count == 0 ? "" : $" Left out, as they are nothing to be read either: {string.Join(", ", left)}. {ProgramVariables.Rename}"));
    }

    private static void Secrets(string name, ManifestMap map, JsonArray uses, MigrationScope scope)
    {
        if (map.Map("secrets") is not { } secrets)
            return;
        foreach (var variable in secrets.Keys.ToList())
        {
            var details = secrets.Map(variable);
            var parameter = secrets.Text(variable) ?? details?.Text("ssm");
            if ((parameter ?? details?.Text("secretsmanager")) is not { } id)
            {
                secrets.Left(variable, "Landfall reads no exports of other stacks. Name the secret in 'secrets' and in the service's 'uses', and give it its value with 'landfall secret set'.");
                continue;
            }

            if (!ProgramVariables.CanBeSecret(variable))
            {
                secrets.Left(variable, ProgramVariables.Rename);
                continue;
            }

            var secret = scope.Secrets.Name(name, variable, parameter is null ? SecretOrigin.Secret(scope.Resolve(id)) : SecretOrigin.Parameter(scope.Resolve(id)), scope.Environment);
            UseSecret(uses, secret, variable, scope);
            secrets.Changed(variable, $"secrets.{secret}", "The value is in a secret of Secrets Manager that Landfall makes; it has to be put there once ('Values of secrets' below).");
        }
    }

    private static void UseSecret(JsonArray uses, string secret, string variable, MigrationScope scope)
    {
        scope.Add("secrets", secret, []);
        ProgramVariables.UseSecret(uses, secret, variable);
    }
}
