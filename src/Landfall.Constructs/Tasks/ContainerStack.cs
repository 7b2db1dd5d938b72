using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Tasks;

/// <summary>
/// The stack of a service that runs containers: security group, roles and task definition. What keeps the
/// tasks running (a service, a schedule) is added by the stacks that derive from it.
/// </summary>
public abstract class ContainerStack : LandfallStack
{
    /// <summary>Creates what every container service has.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The service.</param>
    protected ContainerStack(LandfallApp app, ContainerServicePlan service)
        : base(app, service.Name, $"Service {service.Title} of {app.Plan.App} ({app.Plan.Environment})")
    {
        ServicePlan = service;
        SecurityGroup = new CfnSecurityGroup(this, "SecurityGroup", new CfnSecurityGroupProps
        {
            GroupDescription = $"Tasks of {service.Name} in {app.Plan.Prefix}",
            VpcId = Read(NetworkValues.VpcId),
        });
        SecurityGroupId = SecurityGroup.AttrGroupId;
        Reach.Add(this, service, SecurityGroupId);

        var settings = Settings(service);
        ExecutionRole = TaskRoles.Execution(this, service, settings);
        TaskRole = TaskRoles.Task(this, service, settings);
        TaskDefinition = TaskDefinitions.Create(this, service, settings, ExecutionRole, TaskRole);
        TaskDefinitionArn = TaskDefinition.Ref;
        if (service is ScaledServicePlan { Release: { } release })
        {
            AddRelease(TaskDefinitions.CreateRelease(this, service, settings, release, ExecutionRole, TaskRole));
        }

        var values = new ServiceValues(service.Name);
        Publish(values.SecurityGroup, SecurityGroupId);
        Publish(values.TaskDefinition, TaskDefinitionArn);
    }

    /// <summary>The service.</summary>
    public ContainerServicePlan ServicePlan { get; }

    /// <summary>The tasks' own security group.</summary>
    public CfnSecurityGroup SecurityGroup { get; }

    /// <summary>The role with which ECS starts the tasks.</summary>
    public CfnRole ExecutionRole { get; }

    /// <summary>The role of the running containers.</summary>
    public CfnRole TaskRole { get; }

    /// <summary>The task definition; the service's own container is the first.</summary>
    public CfnTaskDefinition TaskDefinition { get; }

    /// <summary>The id of <see cref="SecurityGroup"/>.</summary>
    protected string SecurityGroupId { get; }

    /// <summary>The ARN of <see cref="TaskDefinition"/>.</summary>
    protected string TaskDefinitionArn { get; }

    /// <summary>The tasks' private subnets.</summary>
    protected string[] Subnets => Network.PublishedSubnets.Private(this);

    /// <summary>The tasks' security groups: their own, and the one that the VPC's endpoints admit.</summary>
    protected string[] SecurityGroups => [SecurityGroupId, Read(NetworkValues.TaskSecurityGroup)];

    /// <summary>
    /// Called before the task definition is made, with everything that the plan gives the tasks: the place to add
    /// variables, secrets and grants. It runs inside the base constructor, so fields of the derived class are not set.
    /// </summary>
    /// <param name="settings">What the tasks are given.</param>
    protected virtual void Configure(TaskSettings settings)
    {
    }

    /// <summary>Tells a deployment what to start the release command with.</summary>
    private void AddRelease(CfnTaskDefinition definition)
    {
        Output(ReleaseTask.Output, definition.Ref, "Task definition of the release command");
        Output(ReleaseTask.Subnets, string.Join(',', Subnets), "Subnets of the release command");
        Output(ReleaseTask.SecurityGroups, string.Join(',', SecurityGroups), "Security groups of the release command");
    }

    private TaskSettings Settings(ContainerServicePlan service)
    {
        var settings = new TaskSettings { Port = ServicePorts.Of(service), Command = service.Task.Command };
        settings.Environment["LANDFALL_APP"] = Plan.App;
        settings.Environment["LANDFALL_ENVIRONMENT"] = Plan.Environment;
        settings.Environment["LANDFALL_SERVICE"] = service.Title;
        UseVariables.AddTo(settings, this, service);
        TelemetrySettings.AddTo(settings, this, service);
        settings.Grants.AddRange(UseGrants.Of(this, service.Uses));
        foreach (var (name, value) in service.Task.Env)
        {
            settings.Environment[name] = value;
        }

        TelemetrySettings.AddAgentTo(settings, service);
        Configure(settings);
        return settings;
    }
}
