using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>
/// Follows the compiled code of these assemblies from a class: calls, lambdas, async methods and iterators, overrides, and what implements
/// an interface.
/// </summary>
internal sealed class CodeWalk
{
    private readonly List<TypeDefinition> types;
    private readonly ILookup<string, MethodDefinition> overrides;

    public CodeWalk(params Assembly[] assemblies)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assemblies[0].Location));
        var settings = new ReaderParameters { AssemblyResolver = resolver };
        types =
        [
            .. assemblies.SelectMany(assembly =>
                AssemblyDefinition.ReadAssembly(assembly.Location, settings).MainModule.GetTypes()
            ),
        ];
        overrides = types
            .SelectMany(type => type.Methods)
            .Where(method => method.IsVirtual && !method.IsAbstract)
            .ToLookup(method => method.Name);
    }

    /// <summary>The names of the kinds of error that the code of a class makes or hands on.</summary>
    /// <param name="above">A base class whose own code is left out.</param>
    public IReadOnlySet<string> ErrorsOf(Type type, Type above)
    {
        var found = new HashSet<string>();
        foreach (var instruction in Reached(type, above))
        {
            if (instruction.Operand is FieldReference field && IsError(field.FieldType))
                found.Add(field.FieldType.Name);
            if (
                instruction is { OpCode.Code: Code.Newobj, Operand: MethodReference made }
                && IsError(made.DeclaringType)
            )
                found.Add(made.DeclaringType.Name);
        }

        return found;
    }

    /// <summary>The fields of the request that the errors of a class name.</summary>
    /// <param name="above">A base class whose own code is left out.</param>
    public IReadOnlySet<string> FieldsOf(Type type, Type above)
    {
        var found = new HashSet<string>();
        foreach (var instruction in Reached(type, above))
        {
            if (
                instruction is { OpCode.Code: Code.Ldsfld, Operand: FieldReference field }
                && field.FieldType.Name == nameof(RequestInvalid)
            )
                found.Add(((RequestInvalid)ValueOf(field, type)).Field);
            if (
                instruction.Operand is MethodReference called
                && NamesField(called)
                && FirstArgument(instruction, called) is { OpCode.Code: Code.Ldstr } name
            )
                found.Add((string)name.Operand);
        }

        return found;
    }

    /// <summary>Whether a method takes the name of a field as its first argument.</summary>
    private static bool NamesField(MethodReference method) =>
        method.Parameters is [{ ParameterType.FullName: "System.String" }, ..]
        && (
            method is { Name: ".ctor", DeclaringType.Name: nameof(RequestInvalid) }
            || method.Resolve()?.Parameters[0].Name is "field"
        );

    /// <summary>What puts the first argument of a call on the stack; null if this is not certain.</summary>
    private static Instruction? FirstArgument(Instruction call, MethodReference method)
    {
        var missing = method.Parameters.Count;
        for (var one = call.Previous; one is not null; one = one.Previous)
        {
            if (one.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch)
                return null;
            missing -= Pushes(one);
            if (missing <= 0)
                return one;
            missing += Pops(one);
        }

        return null;
    }

    private static int Pushes(Instruction one) =>
        one.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 => 0,
            StackBehaviour.Push1_push1 => 2,
            StackBehaviour.Varpush => ((MethodReference)one.Operand).ReturnType.FullName == "System.Void" ? 0 : 1,
            _ => 1,
        };

    private static int Pops(Instruction one) =>
        one.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
            StackBehaviour.Varpop => one.Operand is MethodReference called
                ? called.Parameters.Count + (called.HasThis && one.OpCode.Code != Code.Newobj ? 1 : 0)
                : 0,
            StackBehaviour.Popi_popi_popi
            or StackBehaviour.Popref_popi_popi
            or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8
            or StackBehaviour.Popref_popi_popref => 3,
            _ => 2,
        };

    /// <param name="reader">The class that reads it, which says what a generic class is of.</param>
    private static object ValueOf(FieldReference field, Type reader)
    {
        var definition = field.DeclaringType.Resolve();
        var type = Assembly
            .Load(definition.Module.Assembly.Name.FullName)
            .GetType(definition.FullName.Replace('/', '+'), throwOnError: true)!;
        for (var one = reader; type.IsGenericTypeDefinition && one is not null; one = one.BaseType)
        {
            if (one.IsGenericType && one.GetGenericTypeDefinition() == type)
                type = one;
        }

        return type.GetField(field.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetValue(null)!;
    }

    /// <summary>All instructions that the code of a class may run.</summary>
    private IEnumerable<Instruction> Reached(Type type, Type above)
    {
        var seen = new HashSet<MethodDefinition>();
        var own = ClassesOf(type, above);
        var open = new Stack<MethodDefinition>(own.SelectMany(one => one.Methods));
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
                continue;
            foreach (var machine in StateMachinesOf(method))
                open.Push(machine);
            foreach (var instruction in method.HasBody ? method.Body.Instructions : [])
            {
                yield return instruction;
                foreach (var called in instruction.Operand is MethodReference reference ? Called(reference, own) : [])
                    open.Push(called);
            }
        }
    }

    private List<TypeDefinition> ClassesOf(Type type, Type above)
    {
        var classes = new List<TypeDefinition>();
        var first = types.Single(one => one.FullName == type.FullName);
        for (var one = first; one.FullName != above.FullName; one = one.BaseType.Resolve())
            classes.Add(one);
        return classes;
    }

    /// <summary>What may run where this is called, of these assemblies.</summary>
    /// <param name="own">The classes of the object that is walked: what it calls of itself, no other class overrides.</param>
    private IEnumerable<MethodDefinition> Called(MethodReference reference, List<TypeDefinition> own)
    {
        if (!types.Exists(type => type.FullName == reference.DeclaringType.GetElementType().FullName))
            return [];
        var method = reference.Resolve();
        return method.IsVirtual && !own.Contains(method.DeclaringType)
            ? overrides[method.Name]
                .Where(one =>
                    one.Parameters.Count == method.Parameters.Count && Inherits(one.DeclaringType, method.DeclaringType)
                )
                .Append(method)
            : [method];
    }

    private static bool Inherits(TypeDefinition type, TypeDefinition from)
    {
        for (var one = type; one is not null; one = one.BaseType?.Resolve())
        {
            if (
                one == from
                || one.Interfaces.Any(part => part.InterfaceType.GetElementType().FullName == from.FullName)
            )
                return true;
        }

        return false;
    }

    /// <summary>Of an async method or an iterator, where its code is.</summary>
    private static IEnumerable<MethodDefinition> StateMachinesOf(MethodDefinition method) =>
        method
            .CustomAttributes.Where(attribute =>
                attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)
            )
            .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods);

    private static bool IsError(TypeReference type) => DomainError.Kinds.Any(kind => kind.FullName == type.FullName);
}
