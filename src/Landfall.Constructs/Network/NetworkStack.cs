using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Network;

/// <summary>The VPC with its endpoints, the ECS cluster and the private DNS namespace.</summary>
public class NetworkStack : LandfallStack
{
    /// <summary>Creates the network of an environment.</summary>
    /// <param name="app">The app.</param>
    public NetworkStack(LandfallApp app)
        : base(app, "network", $"Network of {app.Plan.App} ({app.Plan.Environment})")
    {
    }
}
