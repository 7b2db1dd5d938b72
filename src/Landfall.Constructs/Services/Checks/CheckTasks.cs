using System.Globalization;
using Amazon.CDK.AWS.ECS;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Tasks;
using static Amazon.CDK.AWS.ECS.CfnTaskDefinition;
using CpuArchitecture = Landfall.Config.Plan.CpuArchitecture;

namespace Landfall.Constructs.Services.Checks;

/// <summary>
/// The checks of a service's rollouts that run as tasks: what they run with, and what the function may do that starts them. A command
/// runs with the service's own task definition, of which the deployment has the newest revision; an image and a browser file have one of
/// their own.
/// </summary>
internal sealed class CheckTasks
{
    // Room for a browser; a task of a few minutes costs next to nothing.
    private const int Cpu = 1024;
    private const int Memory = 2048;
    private const string Container = "check";

    private readonly ContainerStack _stack;
    private readonly ContainerServicePlan _service;
    private readonly Dictionary<string, CfnTaskDefinition> _images = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CfnTaskDefinition> _browsers = new(StringComparer.Ordinal);
    private readonly bool _own;

    /// <summary>Adds a task definition for each image, and for each browser file.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="service">The service.</param>
    /// <param name="checks">The checks of its rollouts.</param>
    public CheckTasks(ContainerStack stack, ContainerServicePlan service, IReadOnlyList<CheckPlan> checks)
    {
        (_stack, _service) = (stack, service);
        var tasks = checks.Select(check => check.Task).OfType<CheckTaskPlan>().ToList();
        _own = tasks.Exists(task => task.Image is null);
        foreach (var image in tasks.Select(task => task.Image).OfType<string>().Distinct())
        {
            _images[image] = Create("CheckTask", "check", _images.Count + 1, Own(image));
        }

        foreach (var browser in checks.Select(check => check.Browser).OfType<BrowserCheckPlan>().DistinctBy(KeyOf))
        {
            var definition = Create("CheckBrowser", "browser", _browsers.Count + 1, BrowserTasks.Definition(stack, service, browser));
            stack.Accept(definition, "AwsSolutions-ECS2", "The environment variable holds the steps; secrets come from Secrets Manager.");
            _browsers[KeyOf(browser)] = definition;
        }
    }

    private bool Any => _own || _images.Count + _browsers.Count > 0;

    /// <summary>What the function is told about a check.</summary>
    /// <param name="task">The check.</param>
    public Dictionary<string, object> Details(CheckTaskPlan task)
    {
        var details = new Dictionary<string, object>
        {
            ["title"] = task.Title,
            ["definition"] = task.Image is { } image ? _images[image].Ref : _stack.TaskDefinition.Ref,
            ["container"] = task.Image is null ? _service.Name : Container,
            ["logs"] = task.Image is null ? _service.Name : Container,
        };
        if (task.Command.Count > 0)
        {
            details["command"] = task.Command.ToArray();
        }

        return details;
    }

    /// <summary>What the function is told about a browser file.</summary>
    /// <param name="browser">The check.</param>
    public Dictionary<string, object> Details(BrowserCheckPlan browser) => new()
    {
        ["title"] = browser.File,
        ["definition"] = _browsers[KeyOf(browser)].Ref,
        ["container"] = BrowserTasks.Container,
        ["logs"] = BrowserTasks.Container,
    };

    /// <summary>What the function may do.</summary>
    public IReadOnlyList<Statement> Statements()
    {
        if (!Any)
        {
            return [];
        }

        // The condition keys are of the Service Authorization Reference: ecs:cluster for these three, ecs:CreateAction for tags, which
        // a task that takes over those of its task definition needs.
        var names = _stack.Names;
        var families = _images.Values.Concat(_browsers.Values).Select(definition => definition.Family!).Concat(_own ? [_stack.TaskDefinition.Family!] : []);
        var inCluster = new Dictionary<string, object> { ["ArnEquals"] = new Dictionary<string, object> { ["ecs:cluster"] = names.ClusterArn } };
        var tasks = names.Arn("ecs", $"task/{names.Cluster}/*");
        string[] roles = _own ? [_stack.ExecutionRole.AttrArn, _stack.TaskRole.AttrArn] : [_stack.ExecutionRole.AttrArn];
        return
        [
            new Statement(["ecs:RunTask"], [.. families.Order(StringComparer.Ordinal).Select(family => names.Arn("ecs", $"task-definition/{family}:*"))], Condition: inCluster),
            new Statement(["ecs:DescribeTasks", "ecs:StopTask"], [tasks], Condition: inCluster),
            new Statement(["ecs:TagResource"], [tasks], Condition: Equal("ecs:CreateAction", "RunTask")),
            new Statement(["iam:PassRole"], roles, Condition: Equal("iam:PassedToService", "ecs-tasks.amazonaws.com")),
        ];
    }

    /// <summary>Tells the function where tasks run.</summary>
    /// <param name="variables">Its variables.</param>
    /// <param name="subnets">The tasks' subnets.</param>
    /// <param name="securityGroups">Their security groups.</param>
    public void AddTo(Dictionary<string, string> variables, IEnumerable<string> subnets, Func<string[]> securityGroups)
    {
        if (Any)
        {
            variables["CLUSTER"] = _stack.Names.Cluster;
            variables["SUBNETS"] = string.Join(',', subnets);
            variables["SECURITY_GROUPS"] = string.Join(',', securityGroups());
            variables["LOG_GROUP"] = _stack.Names.LogGroup(_service.Name);
        }
    }

    /// <summary>It has the role that ECS starts it with, which may pull its image and write to the log, and no role for its program.</summary>
    private CfnTaskDefinition Create(string id, string family, int number, ContainerDefinitionProperty container) => new(_stack, $"{id}{number.ToString(CultureInfo.InvariantCulture)}", new CfnTaskDefinitionProps
    {
        // No service's name has an underscore, so that the family is no other's.
        Family = $"{TaskDefinitions.Family(_stack, _service)}_{family}{number.ToString(CultureInfo.InvariantCulture)}",
        RequiresCompatibilities = ["FARGATE"],
        NetworkMode = "awsvpc",
        Cpu = Cpu.ToString(CultureInfo.InvariantCulture),
        Memory = Memory.ToString(CultureInfo.InvariantCulture),
        RuntimePlatform = new RuntimePlatformProperty
        {
            CpuArchitecture = _service.Task.Architecture == CpuArchitecture.Arm64 ? "ARM64" : "X86_64",
            OperatingSystemFamily = "LINUX",
        },
        ExecutionRoleArn = _stack.ExecutionRole.AttrArn,
        ContainerDefinitions = new object[] { container },
    });

    private ContainerDefinitionProperty Own(string image) => new()
    {
        Name = Container,
        Image = image,
        Essential = true,
        LinuxParameters = new LinuxParametersProperty { InitProcessEnabled = true },
        LogConfiguration = ContainerDefinitions.Logs(_stack, _service, Container),
    };

    /// <summary>The same file is taken before traffic and after it: what differs is the address, which the function gives.</summary>
    private static string KeyOf(BrowserCheckPlan browser) => string.Join('\0', [browser.File, browser.Image, .. browser.Secrets]);

    private static Dictionary<string, object> Equal(string key, string value) =>
        new() { ["StringEquals"] = new Dictionary<string, object> { [key] = value } };
}
