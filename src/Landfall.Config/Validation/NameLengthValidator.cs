using Landfall.Config.Limits;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Stacks;
using Landfall.Config.Tree;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that the names that Landfall derives fit AWS's limits, in each environment with its own name and region. Most
/// long ones are shortened (<see cref="ShortName"/>); here are those that people and programs look things up by.
/// </summary>
internal sealed class NameLengthValidator : IEnvironmentValidator
{
    // The labels of a domain name (RFC 1035), which the pattern of limits.json holds too.
    private const int Label = 63;

    private static int Stack => LimitList.Of("AWS::CloudFormation::Stack", "name").Whole;

    private static int Description => LimitList.Of("AWS::EC2::SecurityGroup", "description").Whole;

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        if (environment.App.Length == 0)
        {
            return;
        }

        var settings = environment.Settings;
        var names = new AwsNames(environment.App, environment.Name);
        Check("stack", names.Stack("network"), Stack, environment.Place, problems);
        Check("label of the private DNS namespace", environment.Name, Label, environment.Place, problems);
        Check("label of the private DNS namespace", environment.App, Label, environment.Place, problems);
        foreach (var (title, service) in settings.Services)
        {
            var name = service.Was ?? title;
            var mark = settings.MarkOf("services", title);
            Check("stack", names.Stack(name), Stack, mark, problems);
            if (service.Type is ServiceType.Web or ServiceType.Internal)
            {
                Check("label of the private DNS name", name, Label, mark, problems);
            }

            foreach (var sidecar in service.Sidecars.Keys)
            {
                Check("container", sidecar, 255, service.MarkOf("sidecars", sidecar), problems);
            }
        }

        foreach (var (title, database) in settings.Databases)
        {
            Check("security group's description", $"Database {database.Was ?? title}: admits the services that use it", Description, settings.MarkOf("databases", title), problems);
        }

        foreach (var name in settings.Files.Keys)
        {
            Check("security group's description", $"Files {name}: admits the services that mount them", Description, settings.MarkOf("files", name), problems);
        }

        foreach (var name in settings.Secrets.Keys)
        {
            Check("secret", names.Secret(name), LimitList.Of("AWS::SecretsManager::Secret", "name").Whole, settings.MarkOf("secrets", name), problems);
        }
    }

    private static void Check(string resource, string derived, int limit, Mark mark, ProblemList problems)
    {
        if (derived.Length > limit)
        {
            problems.Add(
                mark,
                ErrorCodes.NameLength,
                $"The {resource} would be called '{derived}', which has {derived.Length} characters; AWS allows {limit}. Shorten a part of it by {derived.Length - limit}.");
        }
    }
}
