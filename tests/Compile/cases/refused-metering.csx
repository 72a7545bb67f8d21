void Spend() => PolicyGate.Metering.Meter.Reset(); //~ CS0234 Metering
