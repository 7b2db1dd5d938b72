using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Edge;

/// <summary>
/// What CloudFront takes of one region only, in that region: the certificate of the sites' names and their firewall. It is
/// there for environments in other regions; the deployment brings what it publishes to where the edge stack reads it.
/// </summary>
public class EdgeGlobalStack : LandfallStack
{
    /// <summary>Creates the part of an environment's edge that is not in its region.</summary>
    /// <param name="app">The app.</param>
    public EdgeGlobalStack(LandfallApp app)
        : base(app, "edge-global", $"Certificate and firewall of the CDN of {app.Plan.App} ({app.Plan.Environment})", EdgeGlobal.RegionOf(app.Plan)!)
    {
        if (EdgeGlobal.NeedsCertificate(Plan))
        {
            Publish(EdgeGlobalValues.Certificate(Plan.Domain!, Certificates.NamesOfCdn(Plan)), Certificates.CreateForCdn(this, "Certificate"));
        }

        if (EdgeGlobal.NeedsFirewall(Plan))
        {
            Publish(EdgeGlobalValues.Firewall, Firewall.CreateForCdn(this));
        }
    }
}
