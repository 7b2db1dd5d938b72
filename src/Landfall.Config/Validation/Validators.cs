using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Runs every check that goes beyond the shape of single values.</summary>
internal static class Validators
{
    private static readonly IEnvironmentValidator[] ForEachEnvironment =
    [
        new AccountValidator(),
        new RegionValidator(),
        new NameValidator(),
        new NameLengthValidator(),
        new RenameValidator(),
        new ReferenceValidator(),
        new CycleValidator(),
        new VariableValidator(),
        new NetworkValidator(),
        new DomainValidator(),
        new HostValidator(),
        new RouteValidator(),
        new SiteValidator(),
        new FargateSizeValidator(),
        new PortValidator(),
        new ProtocolValidator(),
        new HealthValidator(),
        new ScaleValidator(),
        new DeployValidator(),
        new CheckTaskValidator(),
        new ScheduleValidator(),
        new ImageValidator(),
        new ReadOnlyValidator(),
        new IsolationValidator(),
        new DatabaseValidator(),
        new DatabaseOfferValidator(),
        new TableValidator(),
        new RetentionValidator(),
        new SloValidator(),
        new TelemetryValidator(),
        new TelemetryTaskValidator(),
        new NotifyValidator(),
        new TagValidator(),
        new QuotaValidator(),
        new StackSizeValidator(),
        new TaskDefinitionValidator(),
        new NoEffectValidator(),
        new OverrideValidator(),
    ];

    /// <summary>Checks an environment.</summary>
    public static void Run(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var validator in ForEachEnvironment)
        {
            validator.Validate(environment, problems);
        }
    }
}
