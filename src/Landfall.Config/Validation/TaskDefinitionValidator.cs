using System.Text;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks that what the file puts into a task definition fits there.</summary>
internal sealed class TaskDefinitionValidator : IEnvironmentValidator
{
    private const string Type = "AWS::ECS::TaskDefinition";

    // {"Name":"","Value":""},
    private const int Variable = 23;

    // Names, ports, health check and logging of a container, and what Landfall adds to its variables.
    private const int Container = 1000;

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            // Without what 'uses' injects: the template is measured when it is there.
            var size = Container + Size(service.Env) + Size(service.Command)
                + service.Sidecars.Values.Sum(sidecar => Container + Size(sidecar.Env) + Size(sidecar.Command));
            problems.CheckLimit(environment.Settings.MarkOf("services", name), $"'{name}'", Type, "size", size);
            if (service.Image is { Reference: { } reference } image)
            {
                problems.CheckLimit(image.MarkOf("reference"), $"The image of '{name}'", Type, "image", reference.Length);
            }
        }
    }

    private static int Size(IReadOnlyDictionary<string, string> variables) =>
        variables.Sum(pair => Variable + Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));

    private static int Size(IReadOnlyList<string> words) => words.Sum(word => 3 + Encoding.UTF8.GetByteCount(word));
}
