using System.Globalization;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Telemetry;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using static Amazon.CDK.AWS.ECS.CfnTaskDefinition;
using CpuArchitecture = Landfall.Config.Plan.CpuArchitecture;

namespace Landfall.Constructs.Tasks;

/// <summary>The Fargate task definition of a service.</summary>
internal static class TaskDefinitions
{
    public static CfnTaskDefinition Create(LandfallStack stack, ContainerServicePlan service, TaskSettings settings, CfnRole execution, CfnRole task) =>
        Create(stack, "TaskDefinition", Family(stack, service), service, ContainerDefinitions.Of(stack, service, settings), execution, task);

    /// <summary>What the release command runs with. No service's name has an underscore, so that the family is no other's.</summary>
    public static CfnTaskDefinition CreateRelease(
        LandfallStack stack, ContainerServicePlan service, TaskSettings settings, ReleasePlan release, CfnRole execution, CfnRole task) =>
        Create(
            stack, ReleaseTask.TaskDefinition, $"{Family(stack, service)}_release", service,
            ContainerDefinitions.OfRelease(stack, service, settings, release), execution, task);

    /// <summary>The family's name, for example <c>shop-dev-api</c>.</summary>
    public static string Family(LandfallStack stack, ContainerServicePlan service) => $"{stack.Plan.Prefix}-{service.Name}";

    private static CfnTaskDefinition Create(
        LandfallStack stack, string id, string family, ContainerServicePlan service, object[] containers, CfnRole execution, CfnRole task)
    {
        var definition = new CfnTaskDefinition(stack, id, new CfnTaskDefinitionProps
        {
            Family = family,
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = service.Task.Cpu.ToString(CultureInfo.InvariantCulture),
            Memory = service.Task.Memory.ToString(CultureInfo.InvariantCulture),
            RuntimePlatform = new RuntimePlatformProperty
            {
                CpuArchitecture = service.Task.Architecture == CpuArchitecture.Arm64 ? "ARM64" : "X86_64",
                OperatingSystemFamily = "LINUX",
            },
            ExecutionRoleArn = execution.AttrArn,
            TaskRoleArn = task.AttrArn,
            ContainerDefinitions = containers,
            Volumes = Volumes(stack, service),
        });
        stack.Accept(definition, "AwsSolutions-ECS2",
            "Environment variables hold addresses and settings from the file; secrets come from Secrets Manager.");
        return definition;
    }

    private static object[]? Volumes(LandfallStack stack, ContainerServicePlan service)
    {
        object[] volumes =
        [
            .. service.Task.Volumes.Select(volume => volume.FileSystem).Distinct().Select(name => Volume(stack, name)),
            .. service.Task.Telemetry?.Instrument is null ? Array.Empty<object>() : [new VolumeProperty { Name = Instrumentation.Name }],
        ];
        return volumes.Length == 0 ? null : volumes;
    }

    private static VolumeProperty Volume(LandfallStack stack, string fileSystem)
    {
        var values = new FileSystemValues(fileSystem);
        return new VolumeProperty
        {
            Name = fileSystem,
            EfsVolumeConfiguration = new EFSVolumeConfigurationProperty
            {
                FilesystemId = stack.Read(values.Id),
                TransitEncryption = "ENABLED",
                AuthorizationConfig = new AuthorizationConfigProperty
                {
                    AccessPointId = stack.Read(values.AccessPoint),
                    Iam = "ENABLED",
                },
            },
        };
    }
}
