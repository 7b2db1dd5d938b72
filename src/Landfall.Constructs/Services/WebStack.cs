using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Services;

/// <summary>A service behind the public load balancer.</summary>
public class WebStack : ServiceStack
{
    /// <summary>Creates the stack of a web service.</summary>
    /// <param name="app">The app.</param>
    /// <param name="service">The service.</param>
    public WebStack(LandfallApp app, WebServicePlan service)
        : base(app, service, service.Scale, service.Deploy, service.Alarms, Route.Of(app.Plan, service)) =>
        Publish(new ServiceValues(service.Name).PublicUrl, Address(service));

    private string Address(WebServicePlan service)
    {
        var path = service.Path.Split('*', 2)[0];
        return $"{(Plan.Domain is null ? "http" : "https")}://{PublicNames.Of(Plan, service) ?? Read(EdgeValues.DnsName)}{path}";
    }
}
