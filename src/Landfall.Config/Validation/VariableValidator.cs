using System.Text.RegularExpressions;
using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>Checks the names of environment variables, that no two sources set the same one, and that values mean what they say.</summary>
internal sealed partial class VariableValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var index = new NameIndex(environment.Settings);
        foreach (var (name, service) in environment.Settings.Services)
        {
            var sources = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (variable, value) in service.Env)
            {
                CheckName(variable, service.MarkOf("env", variable), problems);
                CheckValue(variable, value, service.MarkOf("env", variable), problems);
                sources[variable] = "'env'";
            }

            foreach (var (container, sidecar) in service.Sidecars)
            {
                foreach (var (variable, value) in sidecar.Env)
                {
                    CheckName(variable, sidecar.MarkOf("env", variable), problems);
                    CheckValue(variable, value, sidecar.MarkOf("env", variable), problems);
                }
            }

            CheckInjected(name, service, index, sources, problems);
        }
    }

    private static void CheckInjected(string name, ServiceModel service, NameIndex index, Dictionary<string, string> sources, ProblemList problems)
    {
        var edges = service.Uses
            .Where(use => index.Find(use.Name) is not null && use.Knows("prefix"))
            .Select(use => (Place: use.Place, Plan: new UsePlan(use.Name, index.Find(use.Name)!.Value, UseAccess.ReadWrite, use.Prefix ?? UseResolver.Prefix(use.Name))));
        if (service.Queue is { } queue && !service.Uses.Any(use => use.Name == queue))
        {
            edges = edges.Prepend((service.MarkOf("queue"), new UsePlan(queue, UseKind.QueueConsumer, UseAccess.ReadWrite, UseResolver.Prefix(queue))));
        }

        foreach (var (place, use) in edges.DistinctBy(edge => edge.Plan.Target))
        {
            foreach (var variable in InjectedVariables.Of(use))
            {
                if (!sources.TryAdd(variable, $"'{use.Target}'"))
                {
                    problems.Add(
                        place,
                        ErrorCodes.VariableCollision,
                        $"'{use.Target}' would set {variable} in '{name}', which {sources[variable]} sets already. Give it another prefix: {{ {use.Target}: {{ prefix: … }} }}.");
                }
            }
        }
    }

    private static void CheckName(string variable, Mark mark, ProblemList problems)
    {
        var valid = variable.Length > 0
            && !char.IsAsciiDigit(variable[0])
            && variable.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
        if (!valid)
        {
            problems.Add(mark, ErrorCodes.NameCharacters, $"'{variable}' is not a name for an environment variable: letters, digits and underscores, not beginning with a digit.");
        }
    }

    /// <remarks>
    /// CloudFormation itself puts what a dynamic reference names into its place (User Guide, "Using dynamic references to specify
    /// template values"). Of a secret that is its value, which everybody who may read the task definition would then see; and
    /// <c>ssm-secure</c> is taken in a few properties only, none of them of a task definition.
    /// What else looks like a placeholder may be one that the program itself replaces, so it is only a warning.
    /// </remarks>
    private static void CheckValue(string variable, string value, Mark mark, ProblemList problems)
    {
        if (SecretReference().Match(value) is { Success: true } secret)
        {
            problems.Add(
                mark,
                ErrorCodes.Placeholder,
                $"'{variable}' is '{secret.Value}', and a secret's value would be readable in the task definition. Declare it in 'secrets' and name it in 'uses'.");
        }
        else if (Placeholder.Advice(value) is { } advice)
        {
            problems.Warn(mark, ErrorCodes.Placeholder, $"'{variable}' is '{value}', which the program gets as it stands. {advice}");
        }
    }

    [GeneratedRegex(@"\{\{resolve:(secretsmanager|ssm-secure):[^}]*\}\}")]
    private static partial Regex SecretReference();
}
