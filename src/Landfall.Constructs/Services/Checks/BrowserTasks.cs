using Landfall.Checks.Browsing;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Tasks;
using static Amazon.CDK.AWS.ECS.CfnTaskDefinition;

namespace Landfall.Constructs.Services.Checks;

/// <summary>The containers that take a person's steps in a browser. The program that does it and the steps are in the task definition.</summary>
internal static class BrowserTasks
{
    /// <summary>The container.</summary>
    public const string Container = "browser";

    // Any but root: the program and the browser write to /tmp alone.
    private const string User = "1000:1000";

    // The browser's profile, and what it shares between its processes instead of in /dev/shm, of which a task on Fargate has 64 MB.
    private const int ScratchMebibytes = 512;

    /// <summary>The container of a check.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="service">The service.</param>
    /// <param name="check">The check.</param>
    /// <returns>The container.</returns>
    public static ContainerDefinitionProperty Definition(LandfallStack stack, ContainerServicePlan service, BrowserCheckPlan check) => new()
    {
        Name = Container,
        Image = check.Image,
        Essential = true,
        User = User,
        ReadonlyRootFilesystem = true,
        LinuxParameters = new LinuxParametersProperty
        {
            InitProcessEnabled = true,
            Tmpfs = new object[] { new TmpfsProperty { ContainerPath = "/tmp", Size = ScratchMebibytes } },
        },
        EntryPoint = ["node"],
        Command = [.. BrowserProgram.Arguments],
        Environment = new object[] { new KeyValuePairProperty { Name = BrowserProgram.StepsVariable, Value = Steps(stack, check) } },
        Secrets = check.Secrets.Count == 0
            ? null
            : check.Secrets.Select(object (name) => new SecretProperty { Name = BrowserProgram.SecretVariable(name), ValueFrom = stack.Read(new SecretValues(name).Arn) }).ToArray(),
        LogConfiguration = ContainerDefinitions.Logs(stack, service, Container),
    };

    /// <summary>The secrets that the role needs with which ECS starts such tasks.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="service">The service.</param>
    /// <returns>Their ARNs.</returns>
    public static IEnumerable<string> Secrets(LandfallStack stack, ServicePlan service) =>
        CheckSecrets.Of(service).Select(name => stack.Read(new SecretValues(name).Arn));

    // It was read when the file of the system was validated: what is wrong with it has been said.
    private static string Steps(LandfallStack stack, BrowserCheckPlan check)
    {
        var file = Path.Combine(stack.App.Options.Project ?? ".", check.File);
        return BrowserProgram.Steps(check.File, BrowserFileReader.Read(File.ReadAllBytes(file)).File
            ?? throw new InvalidOperationException($"The browser file '{file}' has changed since it was validated, and cannot be read."));
    }
}
