namespace Landfall.Operations.Specs.Reading;

/// <summary>The forms of a requirement (EARS, the Easy Approach to Requirements Syntax of Mavin and others, 2009).</summary>
internal enum EarsKind
{
    /// <summary>It always holds: <c>The api shall …</c></summary>
    Ubiquitous,

    /// <summary>It holds when something happens: <c>When …, the api shall …</c></summary>
    Event,

    /// <summary>It holds as long as something is so: <c>While …, the api shall …</c></summary>
    State,

    /// <summary>It holds where a feature is there: <c>Where …, the api shall …</c></summary>
    Optional,

    /// <summary>It is the answer to what nobody wants: <c>If …, then the api shall …</c></summary>
    Unwanted,

    /// <summary>Several of these in one.</summary>
    Complex,
}
