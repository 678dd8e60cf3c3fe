package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.Scenario;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;

/**
 * Reads a scenario that stands among the options of another command: its id, and the options behind
 * it as far as scenarios have them.
 */
final class ScenarioConsumer implements IParameterConsumer {
    @Command(name = "--scenario")
    private static final class Holder {
        @Mixin private final ScenarioParameters parameters = new ScenarioParameters();
    }

    @Override
    @SuppressWarnings("JdkObsolete") // picocli hands out a Stack
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        Holder holder = new Holder();
        CommandLine line = new CommandLine(holder);
        List<String> own = new ArrayList<>();
        if (!arguments.isEmpty()) {
            own.add(arguments.pop());
        }
        while (!arguments.isEmpty() && isOf(line, arguments.peek())) {
            String name = arguments.pop();
            own.add(name);
            if (!name.contains("=") && takesValue(line, name) && !arguments.isEmpty()) {
                own.add(arguments.pop());
            }
        }
        try {
            line.parseArgs(own.toArray(String[]::new));
            List<Scenario> all = new ArrayList<>(option.<List<Scenario>>getValue());
            all.add(holder.parameters.scenario());
            option.setValue(all);
        } catch (ParameterException e) {
            throw new ParameterException(command.commandLine(), "--scenario: " + e.getMessage(), e);
        }
    }

    private static boolean isOf(CommandLine line, String argument) {
        return line.getCommandSpec().optionsMap().containsKey(nameOf(argument));
    }

    private static boolean takesValue(CommandLine line, String argument) {
        OptionSpec option = line.getCommandSpec().optionsMap().get(argument);
        return option != null && option.arity().max() > 0;
    }

    private static String nameOf(String argument) {
        int end = argument.indexOf('=');
        return end < 0 ? argument : argument.substring(0, end);
    }
}
