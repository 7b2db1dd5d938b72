namespace Landfall.Config.Binding;

/// <summary>Any value: it is handed on as it is.</summary>
internal sealed record AnyShape : ValueShape;
