using System.Collections;
using System.Reflection;
using System.Reflection.Emit;

namespace TeacherDevPlan.Application.Tests.Idempotency;

/// <summary>
/// A command as the next version of the program might have it: the same members with the same values, and optional ones more, before and
/// after the others, also in what it is made of. The types are made while the tests run.
/// </summary>
internal static class LaterVersion
{
    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("LaterVersions"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("LaterVersions");

    private static readonly Dictionary<Type, Type> Made = [];

    public static object Of(object value)
    {
        var later = TypeOf(value.GetType());
        var copy = Activator.CreateInstance(later)!;
        foreach (var member in Members(value.GetType()))
            later.GetField($"_{member.Name}")!.SetValue(copy, Converted(member.GetValue(value), member.PropertyType));
        return copy;
    }

    private static object? Converted(object? value, Type type) =>
        value is null ? null
        : Commands.Item(type) is { } item && Commands.IsRecord(item)
            ? Commands.List(TypeOf(item), ((IEnumerable)value).Cast<object>().Select(Of))
        : Commands.IsRecord(type) ? Of(value)
        : value;

    private static Type TypeOf(Type type)
    {
        if (Made.TryGetValue(type, out var made))
            return made;
        var builder = Module.DefineType($"Later{type.Name}", TypeAttributes.Public);
        Add(builder, "AddedBefore", typeof(decimal?));
        foreach (var member in Members(type))
            Add(builder, member.Name, Later(member.PropertyType));
        Add(builder, "ZAddedText", typeof(string));
        Add(builder, "ZAddedFlag", typeof(bool));
        Add(builder, "ZAddedList", typeof(int[]));
        return Made[type] = builder.CreateType();
    }

    private static Type Later(Type type) =>
        Commands.Item(type) is { } item && Commands.IsRecord(item) ? typeof(List<>).MakeGenericType(TypeOf(item))
        : Commands.IsRecord(type) ? TypeOf(type)
        : type;

    private static PropertyInfo[] Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static void Add(TypeBuilder builder, string name, Type type)
    {
        var field = builder.DefineField($"_{name}", type, FieldAttributes.Public);
        var getter = builder.DefineMethod(
            $"get_{name}",
            MethodAttributes.Public | MethodAttributes.SpecialName,
            type,
            Type.EmptyTypes
        );
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, field);
        code.Emit(OpCodes.Ret);
        builder.DefineProperty(name, PropertyAttributes.None, type, null).SetGetMethod(getter);
    }
}
