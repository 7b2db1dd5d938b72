using Landfall.Hooks.Aws;
using Landfall.Hooks.Probes;
using Landfall.Hooks.Rollouts;
using Landfall.Hooks.Runtime;
using Landfall.Hooks.Tasks;

// Two functions are made of this one program. The handler's name, which Lambda tells, says which of them it is: 'hook' is called by
// ECS and by nothing else, 'probe' is in the network and asks the load balancer.
using var stop = new CancellationTokenSource();
using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
var settings = FunctionSettings.FromEnvironment();
IInvocation invocation = settings.Handler == FunctionSettings.Probe ? new ProbeInvocation(TimeProvider.System) : Hook();
using var output = new StreamWriter(Stdout.Open()) { AutoFlush = true };
await new RuntimeLoop(http, settings.RuntimeApi, invocation, output).RunAsync(stop.Token).ConfigureAwait(false);

HookInvocation Hook()
{
    var aws = new AwsClient(http, settings, TimeProvider.System);
    var addresses = new LoadBalancerAddresses(aws);
    return new HookInvocation(settings, addresses, new ProbeFunction(aws, settings), new TaskCheck(settings, addresses, new TaskApi(aws, settings), TimeProvider.System), TimeProvider.System);
}
