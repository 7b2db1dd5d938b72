using Amazon.CDK;
using Constructs;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Foundation;

/// <summary>
/// A stack of an environment, named <c>app-environment-part</c>. Stacks share nothing through CloudFormation exports:
/// the owner of a value calls <see cref="Publish"/>, a reader calls <see cref="Read"/>, so that either can go first.
/// </summary>
public abstract class LandfallStack : Stack
{
    // What the CDK looks for in a parameter's description before it treats the parameter as always changed.
    private const string SkipMarker = "[cdk:skip]";
    private readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);
    private CfnParameter? _protection;
    private CfnCondition? _protected;

    /// <summary>Creates an empty stack.</summary>
    /// <param name="app">The app.</param>
    /// <param name="part">The last part of its name: <c>network</c>, <c>data</c>, <c>edge</c> or a service's name.</param>
    /// <param name="description">What is in it, for people who see it in the console.</param>
    protected LandfallStack(LandfallApp app, string part, string description)
        : this(app, part, description, app.Plan.Region)
    {
    }

    private protected LandfallStack(LandfallApp app, string part, string description, string region)
        : this(app, app.Plan.AwsNames.Stack(part), part, description, region)
    {
    }

    private protected LandfallStack(LandfallApp app, string name, string part, string description, string region)
        : base(app, name, Props(app.Plan, name, part, description, region))
    {
        App = app;
        Plan = app.Plan;
        Names = app.Names;
        Part = part;
    }

    /// <summary>The app that the stack belongs to.</summary>
    public LandfallApp App { get; }

    /// <summary>The environment.</summary>
    public AppPlan Plan { get; }

    /// <summary>The names and ARNs that follow from the plan alone.</summary>
    public ResourceNames Names { get; }

    /// <summary>The last part of the stack's name.</summary>
    public string Part { get; }

    /// <summary>Publishes a value that this stack owns, as an SSM parameter and as an output.</summary>
    /// <param name="value">Which one.</param>
    /// <param name="content">Its content, usually a token.</param>
    public void Publish(SharedValue value, string content)
    {
        _ = new Amazon.CDK.AWS.SSM.CfnParameter(this, $"Published{value.LogicalId}", new Amazon.CDK.AWS.SSM.CfnParameterProps
        {
            Name = $"{Plan.ParameterRoot}/{value.Path}",
            Type = "String",
            Value = content,
            Description = value.Description,
        });
        Output(value.LogicalId, content, value.Description);
    }

    /// <summary>
    /// Reads a value that another stack has published. The caller makes sure that this stack depends on the owner.
    /// </summary>
    /// <param name="value">Which one.</param>
    /// <returns>A reference to a template parameter that CloudFormation resolves from SSM when it deploys.</returns>
    public string Read(SharedValue value)
    {
        if (!_read.TryGetValue(value.Path, out var reference))
        {
            var parameter = new CfnParameter(this, value.LogicalId, new CfnParameterProps
            {
                Type = "AWS::SSM::Parameter::Value<String>",
                Default = $"{Plan.ParameterRoot}/{value.Path}",
                Description = value.Lasting ? $"{value.Description} {SkipMarker}" : value.Description,
            });
            reference = parameter.ValueAsString;
            _read.Add(value.Path, reference);
        }

        return reference;
    }

    /// <summary>Adds an output with a name that stays.</summary>
    /// <param name="id">The output's name: letters and digits.</param>
    /// <param name="content">Its content.</param>
    /// <param name="description">What it is.</param>
    public void Output(string id, string content, string description) =>
        _ = new CfnOutput(this, id, new CfnOutputProps { Value = content, Description = description });

    /// <summary>
    /// Keeps a resource when it leaves the template or its stack is deleted, where the environment is protected; elsewhere
    /// it goes.
    /// </summary>
    /// <param name="resource">The resource. The rollback of a failed creation takes it back, so that its name is free again.</param>
    public void Protect(CfnResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.ApplyRemovalPolicy(Plan.Protect ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
    }

    /// <summary>
    /// Deletion protection that begins when the stack stands. A stack is created with it off, so that a failed creation can
    /// be rolled back, and the deployment turns it on by the stack's parameter once everything is there.
    /// </summary>
    /// <param name="wanted">Whether the file wants it.</param>
    /// <returns>A reference to the parameter, which is <c>true</c> or <c>false</c>; or <c>false</c>.</returns>
    public string ProtectionOnceItStands(bool wanted) => wanted ? Protection().ValueAsString : "false";

    /// <summary>The same for a resource's property that is a truth value, and off by default.</summary>
    /// <param name="resource">What is protected.</param>
    /// <param name="property">Its property.</param>
    /// <param name="wanted">Whether the file wants it.</param>
    public void ProtectOnceItStands(CfnResource resource, string property, bool wanted)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (wanted)
        {
            resource.AddPropertyOverride(property, new Dictionary<string, object> { ["Ref"] = Protection().LogicalId });
        }
    }

    /// <summary>The same for a resource's property with words of its own.</summary>
    /// <param name="resource">What is protected.</param>
    /// <param name="property">Its property.</param>
    /// <param name="wanted">Whether the file wants it.</param>
    /// <param name="on">The word for protected.</param>
    /// <param name="off">The word for unprotected.</param>
    public void ProtectOnceItStands(CfnResource resource, string property, bool wanted, string on, string off)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (wanted)
        {
            _protected ??= new CfnCondition(this, "Protected", new CfnConditionProps
            {
                Expression = Fn.ConditionEquals(Protection().ValueAsString, "true"),
            });
            resource.AddPropertyOverride(property, new Dictionary<string, object> { ["Fn::If"] = new object[] { _protected.LogicalId, on, off } });
        }
    }

    /// <summary>
    /// Records why a finding of cdk-nag or of the CDK's validation is accepted for a construct and what is below it.
    /// Does nothing, and costs nothing, unless one of the two runs.
    /// </summary>
    /// <param name="construct">The construct.</param>
    /// <param name="rule">The rule, for example <c>AwsSolutions-SMG4</c>, or one finding of it, <c>RULE[FINDING]</c>.</param>
    /// <param name="reason">Why this is right here.</param>
    public void Accept(IConstruct construct, string rule, string reason)
    {
        if (App.Options.Nag || App.Options.Validate)
        {
            Validations.Of(construct).Acknowledge(new Acknowledgment { Id = rule, Reason = reason });
        }
    }

    /// <summary>The tags by which an environment's stacks are found, and those of the file.</summary>
    internal static SortedDictionary<string, string> TagsOf(AppPlan plan, string part, string region)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["landfall:app"] = plan.App,
            ["landfall:environment"] = plan.Environment,
            ["landfall:part"] = part,
        };
        if (region != plan.Region)
        {
            tags[EdgeGlobal.HomeTag] = plan.Region;
        }

        foreach (var (key, value) in plan.Tags)
        {
            tags[key] = value;
        }

        return tags;
    }

    private CfnParameter Protection() => _protection ??= new CfnParameter(this, ProtectionParameter.Name, new CfnParameterProps
    {
        Type = "String",
        Default = "false",
        AllowedValues = ["true", "false"],
        Description = "Whether AWS refuses to delete what holds data; off until the stack stands.",
    });

    private static StackProps Props(AppPlan plan, string name, string part, string description, string region) => new()
    {
        StackName = name,
        Description = description,
        Env = new Amazon.CDK.Environment { Account = plan.Account, Region = region },
        TerminationProtection = plan.Protect,
        Tags = new Dictionary<string, string>(TagsOf(plan, part, region)),
        Synthesizer = new DefaultStackSynthesizer(new DefaultStackSynthesizerProps
        {
            // The rule would put a template parameter and a rule into every stack to say what bootstrap says.
            GenerateBootstrapVersionRule = false,
        }),
    };
}
