using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>Widths and precisions that no reader wants.</summary>
internal sealed class FormatCheck(Findings findings)
{
    private const int Widest = 1000;

    /// <summary>Looks at an operation for what it formats.</summary>
    public void Look(IOperation operation)
    {
        if (operation is IInterpolationOperation interpolation)
        {
            LookAt(interpolation);
        }
    }

    private void LookAt(IInterpolationOperation interpolation)
    {
        if (interpolation.Alignment?.ConstantValue is { HasValue: true, Value: int width } && width is > Widest or < -Widest)
        {
            findings.Add(interpolation.Alignment.Syntax, "PG0202", $"a width is at most {Widest}");
        }

        if (interpolation.FormatString?.ConstantValue is { HasValue: true, Value: string format }
            && format.Length > 1
            && char.IsAsciiLetter(format[0])
            && int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int digits)
            && digits > Widest)
        {
            findings.Add(interpolation.FormatString.Syntax, "PG0202", $"a precision is at most {Widest}");
        }
    }
}
