namespace Landfall.Config.Plan;

/// <summary>What a service speaks on its port.</summary>
public enum PortProtocol
{
    /// <summary>HTTP/1.1.</summary>
    Http,

    /// <summary>HTTP/2.</summary>
    Http2,

    /// <summary>gRPC.</summary>
    Grpc,

    /// <summary>Anything over TCP.</summary>
    Tcp,
}
