using Amazon.CDK;
using Cdklabs.CdkNag;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Data;
using Landfall.Constructs.Edge;
using Landfall.Constructs.Hosting;
using Landfall.Constructs.Jobs;
using Landfall.Constructs.LoadTests;
using Landfall.Constructs.Network;
using Landfall.Constructs.Overrides;
using Landfall.Constructs.Pipelines;
using Landfall.Constructs.Services;
using Landfall.Constructs.Sites;
using Landfall.Constructs.Workers;

namespace Landfall.Constructs.Foundation;

/// <summary>
/// The CDK app of one environment. <see cref="Build"/> adds every stack of the plan in order of dependency. A host of
/// one's own derives from it and overrides a <c>Create…</c> method to replace a stack, or <see cref="Customize"/> to
/// add stacks and to change constructs.
/// </summary>
public class LandfallApp : App
{
    private readonly SortedDictionary<string, LandfallStack> _services = new(StringComparer.Ordinal);
    private LandfallStack? _network;

    /// <summary>Creates an app without stacks.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="options">How it is synthesised.</param>
    public LandfallApp(AppPlan plan, SynthOptions options)
        : base(new AppProps
        {
            Outdir = options.Output,
            AnalyticsReporting = false,
            TreeMetadata = false,
            StackTraces = false,
            BuiltinCloudFormationValidation = options.Validate,
            Context = AppFlags.For(plan),
        })
    {
        Plan = plan;
        Options = options;
        Names = new ResourceNames(plan);
        if (options.Nag)
        {
            Validations.Of(this).AddPlugins(new AwsSolutionsChecks(this));
        }
    }

    /// <summary>The environment.</summary>
    public AppPlan Plan { get; }

    /// <summary>How the app is synthesised.</summary>
    public SynthOptions Options { get; }

    /// <summary>The names and ARNs that follow from the plan alone.</summary>
    public ResourceNames Names { get; }

    /// <summary>The network stack, the first that <see cref="Build"/> makes.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Build"/> has not made it yet.</exception>
    public LandfallStack Network => _network ?? throw new InvalidOperationException("The network stack is not there before Build has made it.");

    /// <summary>The data stack; null before <see cref="Build"/> and when the plan holds no data.</summary>
    public LandfallStack? Data { get; private set; }

    /// <summary>
    /// The part of the edge that is in CloudFront's region; null before <see cref="Build"/>, in that region itself, and when the
    /// CDN needs neither certificate nor firewall.
    /// </summary>
    public LandfallStack? EdgeGlobal { get; private set; }

    /// <summary>The edge stack; null before <see cref="Build"/> and when nothing is public.</summary>
    public LandfallStack? Edge { get; private set; }

    /// <summary>The services' stacks by the services' names in the file; filled by <see cref="Build"/>.</summary>
    public IReadOnlyDictionary<string, LandfallStack> Services => _services;

    /// <summary>Adds every stack of the plan and applies its overrides.</summary>
    /// <exception cref="LandfallException">An override matches no resource.</exception>
    public void Build()
    {
        if (Plan.Pipeline is not null)
        {
            _ = new PipelineStack(this);
            return;
        }

        _network = CreateNetwork();
        Data = CreateData();
        EdgeGlobal = CreateEdgeGlobal();
        Edge = CreateEdge();
        foreach (var service in Plan.Services)
        {
            _services.Add(service.Title, CreateService(service));
        }

        AddDependencies();
        Customize();
        AddedStacks.Adopt(this);
        ResourceOverrides.Apply(this);
    }

    /// <summary>Creates the network stack.</summary>
    /// <returns>The stack.</returns>
    protected virtual LandfallStack CreateNetwork() => new NetworkStack(this);

    /// <summary>Creates the data stack.</summary>
    /// <returns>The stack, or null when the plan holds no data.</returns>
    protected virtual LandfallStack? CreateData() => StackList.HasData(Plan) ? new DataStack(this) : null;

    /// <summary>Creates the part of the edge that is in CloudFront's region.</summary>
    /// <returns>The stack, or null when none is needed there.</returns>
    protected virtual LandfallStack? CreateEdgeGlobal() => Config.Stacks.EdgeGlobal.IsNeeded(Plan) ? new EdgeGlobalStack(this) : null;

    /// <summary>Creates the edge stack.</summary>
    /// <returns>The stack, or null when nothing is public.</returns>
    protected virtual LandfallStack? CreateEdge() => StackList.HasEdge(Plan) ? new EdgeStack(this) : null;

    /// <summary>Creates a service's stack.</summary>
    /// <param name="service">The service.</param>
    /// <returns>The stack.</returns>
    protected virtual LandfallStack CreateService(ServicePlan service) => service switch
    {
        WebServicePlan web => new WebStack(this, web),
        InternalServicePlan inner => new InternalStack(this, inner),
        WorkerServicePlan worker => new WorkerStack(this, worker),
        LoadTestServicePlan test => new LoadTestStack(this, test),
        JobServicePlan job => new JobStack(this, job),
        SiteServicePlan site => new SiteStack(this, site, Options.Project ?? "."),
        _ => throw new ArgumentOutOfRangeException(nameof(service), service.GetType().Name, "No stack for this type."),
    };

    /// <summary>Called when all stacks exist: the place to add stacks and to change constructs in plain CDK.</summary>
    protected virtual void Customize()
    {
    }

    private void AddDependencies()
    {
        var listed = StackList.Of(Plan);
        var stacks = listed.ToDictionary(stack => stack.Name, StackOf, StringComparer.Ordinal);
        foreach (var stack in listed)
        {
            foreach (var needed in stack.DependsOn.Select(name => stacks[name]).OfType<LandfallStack>())
            {
                stacks[stack.Name]?.AddStackDependency(needed);
            }
        }
    }

    private LandfallStack? StackOf(StackPlan stack) => stack.Kind switch
    {
        StackKind.Network => Network,
        StackKind.Data => Data,
        StackKind.Edge => Edge,
        StackKind.EdgeGlobal => EdgeGlobal,
        _ => _services[Plan.Services.First(service => service.Name == stack.Service).Title],
    };
}
