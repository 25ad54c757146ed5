using System.Text.Json;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>Writes a field of an object, its name and its value; false, and nothing is written, where the value is null.</summary>
internal delegate bool WriteField(Utf8JsonWriter json, JsonEncodedText name, object? source);

/// <summary>A field of a row.</summary>
internal interface IMemberField
{
    /// <summary>Members of the row that nothing but this field (and others that name them) looks at: not read where none is selected.</summary>
    IReadOnlyList<string> OwnMembers { get; }
}

/// <summary>A field that can be read off its object, without waiting and without knowing more.</summary>
internal interface IPlainField
{
    bool IsPlain { get; }

    object? Get(object? source);

    WriteField Writer(ScalarGraphType type);
}

/// <summary>A field that the object itself holds.</summary>
internal sealed class ValueField<T, TValue>(Func<T, TValue> get, params string[] ownMembers)
    : IFieldResolver,
        IPlainField,
        IMemberField
{
    public IReadOnlyList<string> OwnMembers => ownMembers;

    /// <summary>A value of no particular type may be one that is still to be loaded.</summary>
    public bool IsPlain { get; } =
        typeof(TValue) != typeof(object)
        && !typeof(IDataLoaderResult).IsAssignableFrom(typeof(TValue))
        && !typeof(Task).IsAssignableFrom(typeof(TValue));

    public object? Get(object? source) => get((T)source!);

    public WriteField Writer(ScalarGraphType type)
    {
        var write = LeafWriters.For<TValue>(type);
        return (json, name, source) => write(json, name, get((T)source!));
    }

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(get((T)context.Source!));
}

/// <summary>A text that is the same for every object: its type's name.</summary>
internal sealed class ConstantField(string text) : IPlainField
{
    private readonly JsonEncodedText encoded = JsonEncodedText.Encode(text);

    public bool IsPlain => true;

    public object Get(object? source) => text;

    public WriteField Writer(ScalarGraphType type) =>
        (json, name, _) =>
        {
            json.WriteString(name, encoded);
            return true;
        };
}
